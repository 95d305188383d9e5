"""Kept bytes. This module holds ``load_`` and ``save_`` of whatever is kept as it was: files received, attachments,
forms, documents, frozen figures. The digest is the name, and every load checks it."""

import hashlib
from collections.abc import Iterator

from ccbdesk.files.dossier.kept import Kept
from ccbdesk.model.origin import Digest
from ccbdesk.model.trouble import DossierDamaged, TooLargeToKeep, TroubleError

LARGEST = 200
"""How many megabytes a kept file may have: more than any return, enough for a scan."""


def digest_of(content: bytes) -> Digest:
    """Return the name under which bytes are kept."""
    return Digest(hashlib.sha256(content).hexdigest())


def load_content(kept: Kept, digest: Digest) -> bytes:
    """Return bytes as they were when they were kept; KeyError where none of this digest are kept."""
    row = kept.connection.execute("SELECT bytes FROM content WHERE digest = ?", (digest,)).fetchone()
    if row is None:
        raise KeyError(digest)
    content: bytes = row[0]
    if digest_of(content) != digest:
        raise TroubleError(DossierDamaged(kept.path, f"content {digest[:12]}"))
    return content


def load_digests(kept: Kept) -> Iterator[Digest]:
    """Yield the digest of everything that is kept, in alphabetical order."""
    return (Digest(row[0]) for row in kept.connection.execute("SELECT digest FROM content ORDER BY digest"))


def save_content(kept: Kept, content: bytes, name: str) -> Digest:
    """Keep bytes; the same bytes are kept once. ``name`` is how a file that is too large is spoken of."""
    if len(content) > LARGEST * 2**20:
        raise TroubleError(TooLargeToKeep(name, LARGEST))
    digest = digest_of(content)
    kept.connection.execute(
        "INSERT INTO content (digest, bytes) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING", (digest, content)
    )
    return digest
