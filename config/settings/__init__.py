"""Settings of a running site, one subject a module; docs/deployment.md has the table of variables."""

from config.settings.base import *
from config.settings.database import *
from config.settings.encryption import *
from config.settings.i18n import *
from config.settings.images import *
from config.settings.keeping import *
from config.settings.logging import *
from config.settings.search import *
from config.settings.security import *
