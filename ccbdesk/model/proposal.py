"""A form proposed from an office's own template. This module holds what was found in it, and what was not."""

from dataclasses import dataclass
from enum import Enum

from ccbdesk.model.form import Adding, Kind, RuleKind, SheetKind, Style


class Certainty(Enum):
    """How sure a guess is; ``UNKNOWN`` is none at all."""

    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"


class About(Enum):
    """What a remark is about."""

    FORM_NAMES = "form names"  # id, cluster and issuer are placeholders
    UNITS = "units"  # the members are placeholders
    TABLE = "table"  # a table was found: its kind, its rows
    NO_TABLE = "no table"  # a sheet without one
    HIDDEN_SHEET = "hidden sheet"
    UNIT_CELL = "unit cell"
    UNIT_CELL_FILLED = "unit cell filled"
    OLD_FIGURES = "old figures"  # the template is not empty
    NO_UNIT_CELL = "no unit cell"
    PERIOD_CELL = "period cell"
    NO_PERIOD_CELL = "no period cell"
    PERIOD_IN_TITLE = "period in title"
    FIGURE_COLUMN = "figure column"  # one of several was taken
    MATRIX_COLUMN = "matrix column"
    COLUMN_LEFT = "column left out"
    COLUMN_COMPUTED = "column computed"
    PLAN_COLUMN = "plan column"
    MEASURE_INHERITED = "measure inherited"
    MEASURE_MISSING = "measure missing"
    MEASURE_UNKNOWN = "measure unknown"
    KIND = "kind"
    PART = "part"
    PART_OTHER_MEASURE = "part other measure"
    PART_TOO_LARGE = "part too large"
    TOTAL_BY_FORMULA = "total by formula"
    TOTAL_BY_ARITHMETIC = "total by arithmetic"
    TOTAL_BY_WORD = "total by word"
    TOTAL_COLUMN_BY_WORD = "total column by word"
    SUM_OF_LINES = "sum of lines"
    RULE_BY_INDEX = "rule by index"
    LABEL_ELSEWHERE = "label elsewhere"
    FORMULA = "formula"
    FORMULA_UNREAD = "formula unread"
    SECTION = "section"
    SAME_LABEL = "same label"
    LIST_ROWS = "list rows"
    COLUMN_ADDED = "column added"
    CELL_LEFT = "cell left out"
    MORE_CELLS_LEFT = "more cells left out"
    ADDING = "adding"
    SENTENCES = "sentences"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was guessed or could not be told: where, what stands there, and what was made of it."""

    about: About
    certainty: Certainty
    sheet: str = ""
    cell: str = ""
    seen: str = ""
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class ProposedSheet:
    """A row of the sheet Biểu; columns are letters, rows numbers, cells addresses in the template's sheet."""

    code: str
    name: str
    title: str
    kind: SheetKind
    template_sheet: str = ""
    first_row: int = 0
    last_row: int = 0
    label_column: str = ""
    figure_column: str = ""
    plan_column: str = ""
    earlier_column: str = ""
    unit_cell: str = ""
    period_cell: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class ProposedFigure:
    """A row of the sheet Số liệu. ``cell`` is where it is typed, empty where the program makes the sheet.

    ``is_total``: the template computes it itself, so nobody types into its cell."""

    code: str
    sheet: str
    label: str
    kind: Kind
    number: str = ""
    section: str = ""
    measure: str = ""
    parent: str = ""
    is_exhaustive: bool = False
    adding: Adding | None = None
    formula: str = ""
    is_planned: bool = False
    is_total: bool = False
    row: int = 0
    cell: str = ""
    plan_cell: str = ""
    certainty: Certainty = Certainty.SURE
    guide: str = ""


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """A row of the sheet Danh sách; ``column`` is its letter in the template."""

    sheet: str
    code: str
    label: str
    kind: Kind
    measure: str = ""
    is_required: bool = False
    is_added: bool = False
    column: str = ""
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class ProposedTotal:
    """A cell of a list or matrix that adds up others: the template does it, the form asks nobody for it."""

    sheet: str
    cell: str
    label: str
    measure: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ProposedRule:
    """A row of the sheet Quy tắc."""

    code: str
    kind: RuleKind
    subject: str
    against: str


@dataclass(frozen=True, slots=True)
class ProposedSentence:
    """A row of the sheet Câu mẫu."""

    section: str
    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole form as it could be, to be corrected by a person; ``remarks`` say what to look at."""

    form_id: str
    title: str
    file: str
    sheets: tuple[ProposedSheet, ...]
    figures: tuple[ProposedFigure, ...]
    columns: tuple[ProposedColumn, ...]
    totals: tuple[ProposedTotal, ...]
    rules: tuple[ProposedRule, ...]
    sentences: tuple[ProposedSentence, ...]
    remarks: tuple[Remark, ...]
