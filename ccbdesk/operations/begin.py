"""Beginning with nothing but files. This module holds the move that finds out whose they are, and where that is kept.

The dossier of a cluster lies in the office's folder under the cluster's id; the period is the one the files are of."""

from dataclasses import replace
from pathlib import Path

from ccbdesk.engine.submissions.periods import period_of_files
from ccbdesk.files.dossier.making import ENDING
from ccbdesk.files.excel.reading import Reader
from ccbdesk.files.whole import make_folder
from ccbdesk.model.decision import Hand
from ccbdesk.model.form import FormId
from ccbdesk.model.receipt import Refused
from ccbdesk.model.trouble import NoPeriod, TroubleError
from ccbdesk.operations.check import Job
from ccbdesk.operations.gather import gather
from ccbdesk.operations.open_form import name_of_form, open_form
from ccbdesk.operations.progress import Progress
from ccbdesk.operations.take_in import Intake, take_in


def begin(folder: Path, job: Job, hand: Hand, reader: Reader, progress: Progress) -> Intake:
    """Take files into the dossier of their cluster, which is made where there is none yet.

    A further period of a dossier begins with its first file. Raises TroubleError: NoForm, NoPeriod, and all that can
    happen to a dossier."""
    arrivals = gather(job.files, reader, progress)
    named = job.form or name_of_form(arrivals)
    form = open_form(named, reader)
    said = period_of_files((each.workbook for each in arrivals if not isinstance(each.workbook, Refused)), form)
    period = job.period or (said.code if said else "")
    if not period:
        raise TroubleError(NoPeriod(""))
    make_folder(folder)
    path = folder / dossier_name(form.id)
    known = replace(job, form="" if path.exists() else named, period=period)
    return take_in(path, known, hand, reader, progress)


def dossier_name(form: FormId) -> str:
    """Return what the file of a cluster's dossier is called."""
    return f"Ho so {form}{ENDING}"
