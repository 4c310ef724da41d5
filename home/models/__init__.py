"""The organisation's own pages: what its editors write, in five languages."""

from home.models.home import HomePage
from home.models.images import Rendition, SiteImage
from home.models.information import InformationPage
from home.models.news import NewsIndexPage, NewsPage
from home.models.offices import OfficePage, OfficesPage
from home.models.questions import QuestionsPage

__all__ = [
    "HomePage",
    "InformationPage",
    "NewsIndexPage",
    "NewsPage",
    "OfficePage",
    "OfficesPage",
    "QuestionsPage",
    "Rendition",
    "SiteImage",
]
