"""Figures as a report prints them. This module holds the ways of writing a number, and of writing a day.

A dot stands after thousands, a comma before decimals (Luật Kế toán 2015, Điều 11). Whatever is rounded off is said:
“trên” where the true figure is larger, “gần” where it is smaller; an exact figure gets no word."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from ccbdesk.model.form import Kind
from ccbdesk.model.sentence import Way
from ccbdesk.model.value import Exactness, Number, Ratio
from ccbdesk.vietnamese.numbers.measures import Dimension, measure_of
