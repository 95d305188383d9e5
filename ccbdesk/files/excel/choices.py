"""Help while a cell is being filled in. This module holds how choices and prompts are written.

A cell has one of them: Excel keeps one validation a cell."""

from xlsxwriter.worksheet import Worksheet

from ccbdesk.model.book import DropDown, Prompt

_LONGEST_TITLE = 32
_LONGEST_PROMPT = 255


def offer_choices(target: Worksheet, choices: DropDown) -> None:
    """Offer words to choose from in the cells of a column; only strict choices refuse anything else.

    Raises ValueError where Excel cannot hold the words: together over 255 characters, or a comma in one; words that
    stand in a range of the workbook may be as many as they like."""
    words = list(choices.words)
    source = f"={choices.source}" if choices.source else words
    settings = {"validate": "list", "source": source, "show_error": choices.is_strict}
    column = choices.column - 1
    is_too_long = any("," in word for word in words) or len(",".join(words)) > _LONGEST_PROMPT
    if is_too_long and not choices.source:
        raise ValueError(choices.words)
    if target.data_validation(choices.first_row - 1, column, choices.last_row - 1, column, settings):
        raise ValueError(choices)


def show_prompt(target: Worksheet, prompt: Prompt) -> None:
    """Show words beside a cell while it is being filled in; what is too long for Excel ends in dots."""
    settings = {
        "validate": "any",
        "input_title": _shortened(prompt.title, _LONGEST_TITLE),
        "input_message": _shortened(prompt.text, _LONGEST_PROMPT),
    }
    if target.data_validation(prompt.row - 1, prompt.column - 1, prompt.row - 1, prompt.column - 1, settings):
        raise ValueError(prompt)


def _shortened(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
