"""What the author of a form can get wrong. This module holds the mistake as facts; its sentence is in ``wording``."""

from dataclasses import dataclass
from enum import Enum


class Wrong(Enum):
    """The kinds of mistake in a form workbook."""

    SHEET_MISSING = "sheet missing"
    SHEET_UNKNOWN = "sheet unknown"
    COLUMN_MISSING = "column missing"
    COLUMN_UNKNOWN = "column unknown"
    VALUE_MISSING = "value missing"
    VALUE_UNKNOWN = "value unknown"  # not one of ``expected``
    NAME_UNKNOWN = "name unknown"  # no indicator, unit, sheet, style … of this name; ``nearest`` proposes one
    NAME_TWICE = "name twice"
    NAME_MALFORMED = "name malformed"
    NAME_TOO_LONG = "name too long"
    NAME_RESERVED = "name reserved"
    NUMBER_MALFORMED = "number malformed"
    DATE_MALFORMED = "date malformed"
    BOUNDS_REVERSED = "bounds reversed"
    NOT_ALLOWED_HERE = "not allowed here"
    CIRCULAR = "circular"
    SYNTAX = "syntax"  # of an expression or a sentence; ``position`` counts characters from 1
    TAG_TOO_LONG = "tag too long"
    TOO_LONG = "too long"  # an expression with more characters than ``expected`` says
    TOO_DEEP = "too deep"  # more parentheses in each other, or more operators, than ``expected`` says
    CELL_UNUSABLE = "cell unusable"  # Excel shows an error there, or a formula was never calculated
    OTHER_SHEET = "other sheet"  # “trong đó” of an indicator of another sheet
    OTHER_MEASURE = "other measure"  # “trong đó” of an indicator in another unit of measure
    NO_PARTS = "no parts"  # said to be the sum of parts it does not have
    NOT_A_FIGURE = "not a figure"  # words or a day where something is computed or compared
    NO_PLAN = "no plan"  # ``~ke_hoach`` of an indicator no plan is asked for
    NO_TOTAL = "no total"  # the cluster's figure of an indicator that is not added up
    NO_PERIOD_SHEET = "no period sheet"  # the cluster is to give a figure, but has no sheet with lines for figures
    NO_COLUMNS = "no columns"  # a list or a matrix without any
    NOT_A_TABLE = "not a table"  # more than one loop over rows, or more than bare figures
    NOT_A_CHART = "not a chart"  # not exactly one bare figure
    NOT_YET_REPORTED = "not yet reported"  # figures of the members in a paper that goes out before them
    NOT_A_FILE_NAME = "not a file name"
    NOT_A_COLUMN = "not a column"
    NOT_A_CELL = "not a cell"
    NOT_A_ROW = "not a row"
    FILE_MISSING = "file missing"  # no file of this name stands beside the form workbook
    FILE_UNREADABLE = "file unreadable"
    OTHER_FILE = "other file"  # two sheets of one return in two files
    LABEL_NOT_THERE = "label not there"  # in the rows ``against`` of an office's file
    LABEL_REPEATED = "label repeated"  # in the rows ``expected`` of an office's file
    ROW_OUTSIDE = "row outside"  # not among the rows ``against``
    ROW_OF_ANOTHER = "row of another"  # the label stands in the row ``expected``, in this one ``against``
    NEEDED_BY_FILE = "needed by the file"  # left empty, though the sheet stands in the office's file ``against``
    WITHOUT_FILE = "without a file"  # said of an office's file, though the sheet stands in none
    IS_TOTAL = "is a total"  # the cell ``against`` of an office's file holds a formula
    CELL_TAKEN = "cell taken"  # by the words ``against``, which would be lost
    IS_FORMULA = "is a formula"  # the cell of an office's file that is to be written in holds a formula
    MIXED_PREPARERS = "mixed preparers"  # figures of the members and of the cluster's own sheet where only one can be


@dataclass(frozen=True, slots=True)
class FormMistake:
    """One mistake: where it stands, what stands there, the nearest right name and what would have been right.

    ``sheet`` and ``column`` are spelled as in the file. ``against`` is what it does not agree with, as that stands in
    the file: the cell where a name stands first, the lower bound, the word that makes the cell useless, the ring of
    codes."""

    wrong: Wrong
    sheet: str
    cell: str = ""
    column: str = ""
    seen: str = ""
    nearest: str = ""
    expected: tuple[str, ...] = ()
    position: int = 0
    against: str = ""
