"""What can be wrong with a file that is imported, and what the import does about it.

Each kind of problem is stated once, in words its reader can act on; a `Problem` says where it was met.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    wrong: Promise
    done: Promise


@dataclass(frozen=True, slots=True)
class Place:
    """`line` counts as an editor does; of JSON it is the number of the record, and `column` its path."""

    file: str
    line: int | None = None
    column: str = ""

    def at(self, column: str) -> "Place":
        return Place(self.file, self.line, column)


@dataclass(frozen=True, slots=True)
class Problem:
    kind: Kind
    place: Place
    value: str = ""


class RefusedError(Exception):
    """A file that cannot be trusted as a whole: nothing of it is stored."""

    def __init__(self, kind: Kind, place: Place, value: object = "") -> None:
        self.problem = Problem(kind, place, str(value))
        super().__init__(f"{place.file}: {kind.wrong} {value}")


NOTHING = _("Nothing was imported.")
KEPT = _("Kept word for word in the internal note.")
AS_WRITTEN = _("Stored as it is written. Please check.")

# Files that are refused.
NOT_FOUND = Kind(_("There is no such file or folder."), NOTHING)
NO_TABLES = Kind(_("No HSDS file here: expected services.csv and its companions, or JSON."), NOTHING)
NOT_A_TABLE = Kind(_("This is not a CSV file. Save it as CSV (comma separated, UTF-8)."), NOTHING)
NOT_UTF8 = Kind(_("The text is not UTF-8. Save the file again as CSV UTF-8."), NOTHING)
NUL_BYTES = Kind(_("The file holds NUL bytes: it is damaged, or not a text file."), NOTHING)
NO_HEADER = Kind(_("The first line must hold the names of the columns."), NOTHING)
COLUMN_TWICE = Kind(_("This column name stands there twice. Rename or remove one."), NOTHING)
COLUMN_MISSING = Kind(_("This column is missing. Add it to the first line."), NOTHING)
RAGGED = Kind(
    _("This line has more or fewer cells than the first line. Look for a stray comma or quote."), NOTHING
)
CELL_TOO_LONG = Kind(_("A cell is too long (100,000 characters at most). Look for a missing quote."), NOTHING)
FORMULA = Kind(_("This cell holds a formula. Replace it by its value."), NOTHING)
FORMULA_FAILED = Kind(_("A formula has failed in this cell. Write its value instead."), NOTHING)
BAD_QUOTES = Kind(_("The quotes in this file do not match."), NOTHING)
ID_TOO_LONG = Kind(_("This id is too long (100 characters at most)."), NOTHING)
ID_TWICE = Kind(_("Two different rows have this id. Give each its own."), NOTHING)
TOO_LARGE = Kind(_("Too large: 64 MB and 200,000 rows at most. Split it."), NOTHING)
NOT_A_ZIP = Kind(_("This zip file is damaged or encrypted."), NOTHING)
ZIP_BOMB = Kind(_("This file unpacks to far more than it should."), NOTHING)
PATH_OUTSIDE = Kind(_("This file's name or link leads outside of the folder."), NOTHING)
FILE_TWICE = Kind(_("Two files hold the same table. Remove one."), NOTHING)
NOT_JSON = Kind(_("This is not valid JSON."), NOTHING)
NOT_HSDS_JSON = Kind(
    _("This JSON is neither an HSDS record, a list of them, nor a page with `contents`."), NOTHING
)
NOT_A_WORKBOOK = Kind(_("This is not an .xlsx workbook, or it is damaged."), NOTHING)
NO_COUNTRY = Kind(_("This country is not among the site's countries. Add it first."), NOTHING)

# Rows of any file.
FILE_IGNORED = Kind(_("This file is not part of HSDS."), _("Not read."))
UNKNOWN_COLUMN = Kind(_("This column is not known."), KEPT)
ROW_TWICE = Kind(_("The same row stands there twice."), _("Taken once."))
ROW_EMPTY = Kind(_("The row says nothing."), _("Nothing to store."))
NO_OWNER = Kind(_("The row belongs to nothing in these files."), _("Not stored; it is in this report."))
WRONG_OWNER = Kind(
    _("The row belongs to an id that is not in these files."), _("Not stored; it is in this report.")
)
TOO_LONG = Kind(
    _("The text is longer than the site stores."), _("Shortened; the whole text is in the internal note.")
)
CONTROL_CHARACTERS = Kind(_("The text holds invisible control characters."), _("Left out."))
NO_ID = Kind(_("The row has no id."), _("Known by its content until it has one."))
NO_NAME = Kind(_("The row has no name."), _("Came in as a draft under a stand-in name."))
NO_PLACE_FOR = Kind(_("The site has no field for this."), KEPT)
NO_PLACE_FOR_TABLE = Kind(
    _("The site has no place for this table."), _("Not stored; the row is in this report.")
)

# Values.
PHONE_UNUSABLE = Kind(_("This phone number cannot be dialled."), KEPT)
PHONE_SHORTENED = Kind(
    _("A spreadsheet program has shortened this number. Make the column text and write the number again."),
    KEPT,
)
PHONE_EMPTY = Kind(_("The row has no phone number."), _("Nothing to store."))
PHONE_SEVERAL = Kind(_("Several phone numbers in one cell."), _("Stored one by one."))
PHONE_LETTERS = Kind(
    _("The phone number is written with letters."), _("Stored as digits; the letters are in the label.")
)
EMAIL_UNUSABLE = Kind(_("This is not an e-mail address."), KEPT)
URL_UNUSABLE = Kind(_("This is not a web address."), KEPT)
URL_COMPLETED = Kind(
    _("The web address does not say http or https."), _("Stored with https:// before it. Please check.")
)
DATE_UNUSABLE = Kind(_("This is not a date (YYYY-MM-DD)."), KEPT)
DATE_FUTURE = Kind(_("The check lies in the future."), KEPT)
TIME_UNUSABLE = Kind(_("This is not a time of day."), KEPT)
HALF_HOURS = Kind(_("One of the opening and the closing time is missing."), KEPT)
CLOSES_BEFORE_OPENING = Kind(
    _("It closes before it opens; perhaps a 12-hour time."),
    _("Stored as closing the next day. Please check."),
)
NOT_WEEKLY = Kind(_("These hours do not repeat every week, or name no weekday."), KEPT)
COORDINATES_UNUSABLE = Kind(_("These coordinates are not on the globe."), KEPT)
ADDRESS_GLUED = Kind(
    _("Street and city are written without a space between them."), _("Put on lines of their own.")
)
ADDRESS_SEVERAL = Kind(
    _("More than one address."), _("The first is stored; the others are in the internal note.")
)
AGE_UNUSABLE = Kind(_("This is not an age."), KEPT)
COST_UNCLEAR = Kind(_("The site cannot tell from this text what it costs."), _("Stored as a note on cost."))
COUNTRY_UNKNOWN = Kind(_("This country is not known, or not one of the site's."), KEPT)
LANGUAGE_UNKNOWN = Kind(_("This language is not known."), KEPT)
NEED_UNKNOWN = Kind(_("This need is not known."), KEPT)
CITY_UNKNOWN = Kind(_("This city is not known in the listing's country."), _("Stored as the name of a town."))
DELIVERY_UNKNOWN = Kind(_("Write in_person, phone, video or online_chat here; several with ; between."), KEPT)
COST_UNKNOWN = Kind(_("Write free, low or paid here."), KEPT)
YES_OR_NO = Kind(_("Write yes or no here."), KEPT)
CONTACT_PERSON = Kind(
    _("This contact names a person."), _("Stored for the staff only; publish it after asking.")
)

# What becomes of records.
ORGANIZATION_UNKNOWN = Kind(
    _("The organization is not in the file."), _("Came in as a draft under a placeholder organization.")
)
LOCATION_ORGANIZATION_UNKNOWN = Kind(
    _("The location's organization is not in the file."), _("Came in under a placeholder organization.")
)
NOT_ACTIVE = Kind(_("The service is marked as not active."), _("Came in as a draft."))
ROW_SKIPPED = Kind(_("The site cannot store this row."), _("Left out; correct it and import again."))
CHANGED_HERE = Kind(
    _("This was changed here since the last import, and in the file too."), _("What stands here was kept.")
)
DRAFT_WAITS = Kind(_("The row changed and its listing is published."), _("The change waits as a draft."))
DELETED_HERE = Kind(_("This was imported before and deleted here since."), _("Left out."))
LOCATION_UNUSED = Kind(
    _("No service names this location."), _("Stored; link it to the listings given there.")
)
COUNTRY_ADDED = Kind(_("The site did not cover this country."), _("The country was added."))
TIMEZONE_UNKNOWN = Kind(
    _("The country has several time zones and the files name none."),
    _("Where a place's city is not known, its hours count in the time of the largest city; give --timezone."),
)
SOURCE_RECOGNISED = Kind(
    _("Most of these rows were imported before from another folder."), _("Treated as the same source.")
)
LOCKED = Kind(_("An editor has locked this listing."), _("Left as it is; unlock it and import again."))
GONE = Kind(_("This was imported before and is not in the file now."), _("Left as it is."))
ORGANIZATION_DELETED = Kind(_("The organization was deleted here."), _("Left out."))

# Rows of the spreadsheet.
NO_ID_SKIPPED = Kind(
    _("The row has no id, so that it could not be found again."), _("Left out; give it an id.")
)
NO_COUNTRY_NAMED = Kind(
    _("The row names no country and is not for everywhere (*)."), _("Left out; name its country.")
)
NO_ORGANIZATION = Kind(_("The row names no organization."), _("Stored under a placeholder organization."))
ROW_DRAFTED = Kind(
    _("Something in this row could not be read."), _("Came in as a draft; correct the row and import again.")
)
