"""Tags of live figures. This module holds the tests of their spelling and of how long they can become."""

from expression_drawing import tree

from ccbdesk.engine.expressions.tags import checksum, longest_tag, tag_of, written_slot
from ccbdesk.model.period import Period
from ccbdesk.model.sentence import Way


def test_a_tag_holds_period_expression_ways_and_checksum() -> None:
    ways = (Way("tron", ("1000",)), Way("tien", ("ty", "1")), Way("so"))

    assert tag_of(Period(2023).code, tree("a@u1 + b"), ways, "10 tỷ") == "ccb:2023/a@u1+b|tron:1000|tien:ty,1|so#zxh5h"


def test_the_checksum_is_the_beginning_of_the_sha1_of_what_is_shown() -> None:
    assert checksum("164.799") == "u2hki"


def test_what_is_written_between_the_braces_is_the_same_as_in_the_tag() -> None:
    assert written_slot(tree(" a "), ()) == "a"


def test_the_longest_tag_has_the_longer_prefix_and_the_longest_period() -> None:
    longest = tag_of(Period(2024).code, tree("a"), (), "1").replace("ccb:2024/", "ccb-giu:2024-xxxxx/")

    assert longest_tag(tree("a"), ()) == len(longest)
