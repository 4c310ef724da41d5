from django.urls import path

from volunteers.desk import appointing, calling, people, steps, tasks

urlpatterns = [
    path("", people.people, name="volunteers_desk"),
    path("sheet/<uuid:pk>/", people.sheet, name="volunteers_sheet"),
    path("sheet/<uuid:pk>/step/", steps.step, name="volunteers_step"),
    path("sheet/<uuid:pk>/check/", people.add_check, name="volunteers_check"),
    path("sheet/<uuid:pk>/note/", people.add_note, name="volunteers_note"),
    path("tasks/", tasks.tasks, name="volunteers_tasks"),
    path("tasks/new/", tasks.new_task, name="volunteers_new_task"),
    path("tasks/<uuid:pk>/", tasks.task, name="volunteers_task"),
    path("tasks/<uuid:pk>/ask/", tasks.ask, name="volunteers_ask"),
    path("tasks/<uuid:pk>/act/", tasks.act, name="volunteers_act"),
    path("wanted/", calling.callings, name="volunteers_callings"),
    path("wanted/<str:country>/", calling.wanted, name="volunteers_wanted"),
    path("coordinators/", appointing.coordinators, name="volunteers_coordinators"),
    path("coordinators/<int:number>/dismiss/", appointing.dismiss, name="volunteers_dismiss"),
]
