"""From a drafted paper to a Word file. This module holds the one place where skeleton and report meet."""

from dataclasses import replace
from datetime import date

from ccbdesk import resources
from ccbdesk.files.word.writing import write_report
from ccbdesk.model.form import Form
from ccbdesk.model.report import Report
from ccbdesk.model.trouble import SkeletonUnusable, TroubleError


def worded(report: Report, form: Form, today: date) -> bytes:
    """Write a report into the form's skeleton; TroubleError(SkeletonUnusable) names the skeleton that cannot serve."""
    path = resources.skeleton(form.skeleton)
    try:
        return write_report(report, path.read_bytes(), today)
    except OSError as error:
        raise TroubleError(SkeletonUnusable(str(path), "")) from error
    except TroubleError as error:
        if isinstance(error.trouble, SkeletonUnusable):
            raise TroubleError(replace(error.trouble, path=str(path))) from error
        raise
