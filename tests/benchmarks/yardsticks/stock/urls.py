from django.urls import path

from tests.benchmarks.yardsticks.stock.views import results

urlpatterns = [path("", results)]
