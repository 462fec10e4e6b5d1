"""Finding things by what people call them: a UUID, a name or an alias, case and spacing aside."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import starmap
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coder_colours import next_colour
from qualcoder_lite.domain.errors import AmbiguousNameError, UnknownNameError, UserError, listed
from qualcoder_lite.domain.names import folded, nearest, new_id
from qualcoder_lite.domain.people import Participant, Site
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.service import listing_words
from qualcoder_lite.service.listing_words import did_you_mean
from qualcoder_lite.storage import same_names
from qualcoder_lite.storage.codebook import codebooks
from qualcoder_lite.storage.coding import coders
from qualcoder_lite.storage.people import people
from qualcoder_lite.storage.transcripts import transcripts
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qualcoder_lite.storage.file.database import Database


_MOST_NAMED = 3  # names that a sentence lists where none is like the one asked for


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing with the names it goes by; one that `goes_by_id` alone has given its names to another.

    `whose` is the person behind it, by whose name it goes too where nothing else has that name.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    goes_by_id: bool = False
    whose: str = ""


class Listing:
    """All entries of one noun, looked up by any of their names."""

    def __init__(self, noun: str, entries: Iterable[Entry]) -> None:
        """`noun` stands in the sentences: "code", "site"."""
        self.noun = noun
        self.by_id: dict[str, Entry] = {}
        self._by_name: dict[str, list[Entry]] = {}
        self._by_alias: dict[str, list[Entry]] = {}
        self._by_person: dict[str, list[Entry]] = {}
        for entry in entries:
            self.add(entry)

    def has_name(self, name: str) -> bool:
        """Whether something has this very name, aliases aside."""
        return folded(name) in self._by_name

    def add(self, entry: Entry) -> None:
        """Take in one more entry."""
        self.by_id[entry.id] = entry
        if entry.goes_by_id:
            return
        self._by_name.setdefault(folded(entry.name), []).append(entry)
        for alias in entry.aliases:
            self._by_alias.setdefault(folded(alias), []).append(entry)
        if entry.whose:
            self._by_person.setdefault(folded(entry.whose), []).append(entry)

    def seek(self, wanted: str) -> Entry | None:
        """The entry that goes by this id, name or alias, or None. AmbiguousNameError where several do.

        A name comes before an alias, so that an alias never hides what really has that name; and both before the name
        of the person behind it.
        """
        key = folded(canonical(wanted))
        if key in self.by_id:
            return self.by_id[key]
        for names in (self._by_name, self._by_alias, self._by_person):
            found = names.get(key, [])
            if len(found) > 1:
                raise AmbiguousNameError(listing_words.several(self.noun, wanted, [entry.id for entry in found]))
            if found:
                return found[0]
        return None

    def find(self, wanted: str) -> Entry:
        """The entry that goes by this id, name or alias. UnknownNameError, with the nearest names, where none does."""
        found = self.seek(wanted)
        if found is not None:
            return found
        close = nearest(wanted, [name for entry in self._named() for name in (entry.name, *entry.aliases)])
        advice = did_you_mean(close) if close else self._what_there_is()
        raise UnknownNameError(f"{listing_words.unknown(self.noun, wanted)} {advice}")

    def _named(self) -> Iterable[Entry]:
        return (entry for entry in self.by_id.values() if not entry.goes_by_id)

    def _what_there_is(self) -> str:
        names = [entry.name for entry in self._named()]
        if len(names) > _MOST_NAMED:
            first = listed(names[:_MOST_NAMED], "and")
            return tr("It has {names}, and {more} more.", names=first, more=len(names) - _MOST_NAMED)
        return tr("It has {names}.", names=listed(names, "and")) if names else listing_words.none_yet(self.noun)


class Directory:
    """The project's names by noun, read when first asked for and again after they changed."""

    def __init__(self, database: Database) -> None:
        """Nothing is read yet."""
        self._database = database
        self._listings: dict[str, Listing] = {}
        self._made: list[str] = []

    # Listings

    @property
    def codes(self) -> Listing:
        """All codes of all codebooks."""
        return self._listing("code", self._read_codes)

    @property
    def coders(self) -> Listing:
        """All coders."""
        return self._listing("coder", lambda: starmap(Entry, same_names.named(self._database, "coder")))

    @property
    def sites(self) -> Listing:
        """All sites."""
        return self._listing("site", lambda: starmap(Entry, same_names.named(self._database, "site")))

    @property
    def participants(self) -> Listing:
        """All participants."""
        return self._listing("participant", lambda: starmap(Entry, same_names.named(self._database, "participant")))

    @property
    def features(self) -> Listing:
        """The features of the site register."""
        return self._listing(
            "feature", lambda: [Entry(f.id, f.name, f.aliases) for f in codebooks.register(self._database)]
        )

    @property
    def transcripts(self) -> Listing:
        """All transcripts, by title, by the name of the file they came from, and by who is their participant."""
        return self._listing("transcript", self._read_transcripts)

    def _listing(self, noun: str, read: Callable[[], Iterable[Entry]]) -> Listing:
        if noun not in self._listings:
            self._listings[noun] = Listing(noun, read())
        return self._listings[noun]

    def _read_codes(self) -> list[Entry]:
        return [
            *(
                Entry(code.id, code.name, code.aliases)
                for codebook in codebooks.read(self._database)
                for code in codebook.codes
                if not code.merged_into
            ),
            *(Entry(id_, name, goes_by_id=True) for id_, name in codebooks.merged(self._database)),
        ]

    def _read_transcripts(self) -> list[Entry]:
        whose, names = transcripts.participants(self._database), dict(same_names.named(self._database, "participant"))
        return [
            Entry(id_, title, (source,), whose=names.get(whose.get(id_, ""), ""))
            for id_, title, source in transcripts.names(self._database)
        ]

    def forget(self, touched: Iterable[str] | None = None) -> None:
        """Read these nouns again when next asked (all of them by default)."""
        nouns = set(self._listings if touched is None else touched)
        if nouns & {"code_group", "codebook"}:
            nouns.add("code")
        if "register_feature" in nouns:
            nouns.add("feature")
        if "participant" in nouns:
            nouns.add("transcript")
        for noun in nouns:
            self._listings.pop(noun, None)
        self._made.clear()

    # Made on the way

    def coder(self, name: str) -> str:
        """The id of a coder, made if there is none of that name."""
        found = self.coders.seek(name)
        if found:
            return found.id
        name = self._new_name("coder", name)
        colour = next_colour(known.colour for known in coders.read(self._database) if known.colour)
        coder = coders.Coder(new_id(), name, initials(name), colour=colour)
        coders.add(self._database, coder)
        return self._add(self.coders, Entry(coder.id, coder.name))

    def site(self, name: str) -> str:
        """The id of a site, made if there is none of that name."""
        found = self.sites.seek(name)
        if found:
            return found.id
        site = Site(id=new_id(), name=self._new_name("site", name))
        people.put_site(self._database, site)
        return self._add(self.sites, Entry(site.id, site.name))

    def participant(self, name: str) -> str:
        """The id of a participant, made if there is none of that name."""
        found = self.participants.seek(name)
        if found:
            return found.id
        person = Participant(id=new_id(), name=self._new_name("participant", name))
        people.put_participant(self._database, person)
        return self._add(self.participants, Entry(person.id, person.name))

    def coder_name(self, name: str) -> str:
        """How a coder's name is written in the project, or will be once there is one; empty if it is blank."""
        found = self.coders.seek(name)
        return found.name if found else one_line(name)

    def _new_name(self, noun: str, name: str) -> str:
        name = one_line(name)
        if not name:
            raise UserError(listing_words.needs_a_name(noun))
        self._made.append(listing_words.made(noun, name))
        return name

    def _add(self, listing: Listing, entry: Entry) -> str:
        listing.add(entry)
        return entry.id

    def made(self) -> tuple[str, ...]:
        """What was made on the way since last asked."""
        made = tuple(self._made)
        self._made.clear()
        return made


def one_line(text: str) -> str:
    """A name or title as a project keeps it: in one line, without what can't be stored."""
    return " ".join(canonical(text).split())


def initials(name: str) -> str:
    """The letters that stand for a coder in margins: "Ailsa Brodie" gives AB."""
    words = name.split()
    return "".join(word[0] for word in (words if len(words) < 3 else [words[0], words[-1]])).upper()
