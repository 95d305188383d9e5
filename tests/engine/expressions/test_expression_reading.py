"""The plain readings of an expression. This module holds the tests of its references and of their replacement."""

from dataclasses import replace

from expression_drawing import tree

from ccbdesk.engine.expressions.reading import canonical, placed, references
from ccbdesk.model.expression import Reference, When
from ccbdesk.model.origin import IndicatorCode
from ccbdesk.model.unit import UnitId

A, B = IndicatorCode("a"), IndicatorCode("b")


def test_references_are_listed_in_order_and_each_once() -> None:
    found = references(tree("MAX(-b;a@u1) + b*a~truoc - NEU(a@u1>1;2;a)"))

    assert found == (Reference(B), Reference(A, UnitId("u1")), Reference(A, when=When.PREVIOUS), Reference(A))


def test_a_mere_number_has_no_references() -> None:
    assert references(tree("1+2")) == ()


def test_every_reference_is_replaced_and_nothing_else() -> None:
    moved = placed(tree("MAX(-b;2)+a~truoc*(1-b)"), lambda reference: replace(reference, unit=UnitId("u2")))

    assert canonical(moved) == "MAX(-b@u2;2)+a@u2~truoc*(1-b@u2)"
