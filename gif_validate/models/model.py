"""A standard as data: a model or table with its fields, as the definition file states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ..catalogue.text import Text

Mark = Literal["must", "recommended", "optional", "conditional"]
Basis = Literal["official", "reported", "inferred", "unknown"]
Kind = Literal["model", "table", "bundle", "ruleset"]
Tier = Literal["core", "implementation", "dataset"]


@dataclass(frozen=True, slots=True)
class Form:
    """A dataset's own written form of a value: a regular expression and the same in words."""

    regex: str
    words: Text


@dataclass(frozen=True, slots=True)
class Field:
    """One item (項目) of a standard. ``name`` is the header as it stands in a file, ``label`` says it in Japanese where it is not.

    ``own`` is the dataset's own written form by serialisation or level (``csv``, ``json``, ``xml``, ``rdf``, ``LV2``; ``""`` for all),
    where it differs from that of the part ``kind``; ``own_basis`` says whether that form was seen officially, ``kind_basis`` the same
    for the kind (that of the model by default): what was not seen officially warns at most.
    ``empty`` is ``value`` where an empty cell means something by itself (a flag that is off). ``codes`` names a code list or lists the
    values. ``path`` is where the field stands in the record where that is not its name. ``least`` and ``most`` count occurrences: None
    is "not stated", ``most`` 0 is "any number". ``extension`` marks the extension items (拡張項目) of a core class.
    ``domestic``: the kind of value holds for addresses in Japan only (see `patterns.is_abroad`).
    """

    name: str
    label: str = ""
    en: str = ""
    aliases: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    kind: str = "text"
    kind_basis: Basis | None = None
    own: dict[str, Form] = field(default_factory=dict)
    own_basis: Basis | None = None
    mark: Mark = "optional"
    basis: Basis | None = None
    condition: Text | None = None
    empty: Literal["", "value", "unknown"] = ""
    codes: str | tuple[str, ...] = ""
    codes_basis: Basis | None = None
    label_of: str = ""
    model: str = ""
    pattern: str = ""
    least: int | None = None
    most: int | None = None
    extension: bool = False
    domestic: bool = False
    separator: str = ""
    lang: str = ""
    repertoire: str = ""
    personal: bool = False
    unknown: tuple[str, ...] = ()
    gif: str = ""
    path: str = ""
    family: str = ""
    rdf: str = ""
    xml: str = ""
    json: str = ""
    example: str = ""
    section: str = ""
    note: Text | None = None
    unused: bool = False
    """True for an item that the standard this one is a profile of has, and this one does not use (GTFS and GTFS-JP)."""

    @property
    def where(self) -> str:
        """The path of the field in its record, with the index of a repeated group (``画像[2]/URL``); its name by default."""
        return self.path or self.name

    @property
    def plain_path(self) -> str:
        """The same without indexes, as findings name it (``画像/URL``)."""
        return re.sub(r"\[[^\]]*\]", "", self.where)

    def own_for(self, serialisation: str) -> Form | None:
        """The dataset's own form in this serialisation (or at this level), None where it has none."""
        return self.own.get(serialisation) or self.own.get("")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A mandatory pattern (必須パターン): the fields that it needs."""

    id: str
    required: tuple[str, ...]
    title: Text | None = None
    recommendation: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table stands in a file. ``header`` is False for layouts without a header row.

    ``continued_same``/``continued_joined``: a record may go on over several rows that agree in the first and continue the second.
    """

    header: bool = True
    separator: str = ""
    nesting: str = ""
    encodings: tuple[str, ...] = ()
    file_names: tuple[str, ...] = ()
    continued_same: tuple[str, ...] = ()
    continued_joined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Fields that must name a row of another table of the same bundle.

    ``also_in`` are further tables of which one may hold the row instead, in items of the same names.
    """

    fields: tuple[str, ...]
    to: str
    target: tuple[str, ...]
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """A rule across fields: the name of the check and the fields that play its parts."""

    check: str
    roles: dict[str, str]


ROLES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "municipality": ((), ("code", "code_prefix", "code_suffix", "prefecture", "county", "municipality", "ward")),
    "order": (("first", "last"), ("first_day", "last_day")),
    "both": (("first", "second"), ()),
    "coordinates": (("latitude", "longitude"), ("prefecture", "code")),
    "postal_code": (("postal_code", "prefecture"), ()),
    "mesh": (("mesh", "latitude", "longitude"), ()),
    "address": (("address",), ("prefecture", "municipality", "town", "block", "town_and_block")),
}
"""The checks that an agreement can name, with the roles that each needs and those that it takes as well."""


@dataclass(frozen=True, slots=True)
class Model:
    """A standard: its identity, its layout and its fields.

    ``basis`` says how firmly the marks of its fields are known, ``kind_basis`` the same for their kinds of value.
    ``prefix`` is the prefix of the names that its items have in XML and RDF (``pd``). ``rules`` are the ids of the rules that compare
    the items of one record.
    """

    id: str
    title: Text
    kind: Kind = "table"
    tier: Tier = "dataset"
    edition: str = ""
    family: Text | None = None
    document: str = ""
    section: str = ""
    current: bool = True
    valid_from: str = ""
    valid_to: str = ""
    predecessor: str = ""
    extends: str = ""
    gif: bool = False
    prefix: str = ""
    basis: Basis = "unknown"
    kind_basis: Basis = "official"
    layout: Layout = field(default_factory=Layout)
    fields: tuple[Field, ...] = ()
    signature: tuple[str, ...] = ()
    keys: tuple[tuple[str, ...], ...] = ()
    references: tuple[Reference, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    rules: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    exports: tuple[str, ...] = ()
    note: Text | None = None

    def __hash__(self) -> int:
        return hash((self.id, self.edition))

    @property
    def full_id(self) -> str:
        """``family/name@edition``."""
        return f"{self.id}@{self.edition}" if self.edition else self.id

    def field(self, name: str) -> Field:
        """The field of this name; KeyError where there is none."""
        for found in self.fields:
            if found.name == name:
                return found
        raise KeyError(name)

    def name_in(self, serialisation: Literal["json", "xml", "rdf"], item: Field) -> str:
        """The name of a field in JSON, XML or RDF: its own where it has one, else the English name, in XML and RDF with the prefix.

        A code with its label lies one step deeper: ``sex/code`` in JSON, ``pd:sex/pcd:code`` in XML and RDF.
        """
        own: str = getattr(item, serialisation)
        name = item.en or item.name
        return own or (name if serialisation == "json" or not self.prefix else f"{self.prefix}:{name}")

    def basis_of(self, item: Field) -> Basis:
        """How firmly the mark of a field is known."""
        return item.basis or self.basis

    def basis_of_kind(self, item: Field) -> Basis:
        """How firmly it is known that the values of a field are of its kind."""
        return item.kind_basis or self.kind_basis

    def basis_of_form(self, item: Field) -> Basis:
        """How firmly the dataset's own form of a field is known."""
        return item.own_basis or self.basis_of_kind(item)

    def basis_of_codes(self, item: Field) -> Basis:
        """How firmly the code list of a field is known."""
        return item.codes_basis or self.basis_of_kind(item)

    def marked(self, mark: Mark) -> Iterator[Field]:
        """The fields with this mark."""
        return (item for item in self.fields if item.mark == mark)
