"""Comments beside paragraphs. This module holds how they are made and put around the words they are about."""

from datetime import date

from ccbdesk.files.word.attaching import NewPart, OpenPackage
from ccbdesk.files.word.markup import Element, make, make_run, parse, to_bytes, w

AUTHOR = "ccbdesk"

_KIND = "comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """The comments of a document, those that a skeleton may have included."""

    def __init__(self, package: OpenPackage, document_name: str, created: date) -> None:
        """Start from the comments that the document has."""
        self._package = package
        self._document_name = document_name
        self._moment = f"{created.isoformat()}T00:00:00Z"
        self._part = package.related(document_name, _KIND)
        self._all = make("comments") if self._part is None else parse(package.parts[self._part])
        self._is_changed = False

    def put_around(self, paragraph: Element, words: str) -> None:
        """Comment on everything a paragraph shows; without words there is no comment."""
        if not words:
            return
        id = self._add(words)
        look = paragraph.find(w("pPr"))
        paragraph.insert(0 if look is None else 1, make("commentRangeStart", id=id))
        paragraph.append(make("commentRangeEnd", id=id))
        paragraph.append(make("r", make("commentReference", id=id)))

    def save(self) -> None:
        """Write the comments into the package, where any were made."""
        if not self._is_changed:
            return
        content = to_bytes(self._all)
        if self._part is None:
            self._package.attach(self._document_name, NewPart(_KIND, "comments.xml", _TYPE, content))
        else:
            self._package.replace(self._part, content)

    def _add(self, words: str) -> str:
        taken = {comment.get(w("id"), "") for comment in self._all}
        id = next(str(number) for number in range(len(taken) + 1) if str(number) not in taken)
        text = make_run(words, make("rPr", make("sz", val="20"), make("szCs", val="20")))
        comment = make("comment", make("p", text), id=id, author=AUTHOR, date=self._moment, initials="")
        self._all.append(comment)
        self._is_changed = True
        return id
