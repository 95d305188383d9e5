"""This module holds a live figure of the report: how it is written, and the tag and title that make it traceable."""

from collections.abc import Mapping

from ccbdesk.engine.drafting.figures import of_cluster, of_unit
from ccbdesk.engine.expressions.reading import canonical, references
from ccbdesk.engine.expressions.tags import LONGEST_TAG, tag_of, written_slot
from ccbdesk.model.consolidation import Consolidation
from ccbdesk.model.expression import Call, Expression, Function, Literal, Negation, Operation, Operator, Reference
from ccbdesk.model.form import Form, Kind
from ccbdesk.model.report import Figure
from ccbdesk.model.sentence import Slot, Way
from ccbdesk.model.unit import UnitId
from ccbdesk.model.value import Number, Ratio
from ccbdesk.vietnamese.numbers.writing import written
