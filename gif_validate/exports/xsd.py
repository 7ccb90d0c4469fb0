"""XML Schema (XML スキーマ): XSD 1.0 for records in XML. XSD 1.0; GIF DS-438.

Two documents: one for the items, one for codes with their labels, which have a namespace of their own. GIF's own XSD refuses examples of
the DMD. Here extension items have their place (behind the basic ones), mandatory patterns ask for all their items, coordinates and sizes
may have fractions, the day on which the fiscal year begins is MM-DD, codes with labels come from their lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from ..catalogue.text import Text
from ..models.index import model as by_id
from ..models.model import Field, Model
from ..models.patterns import ABROAD
from ..readers.xml.names import is_new
from . import content
from .content import Lookup

_NAME = re.compile(r"[^\W\d][\w.\-]*")
_BLANK = " \t\r\n\u3000"
_NOT_BLANK = f"[{_BLANK}]{{0,}}[^{_BLANK}](.|\n|\r){{0,}}"
_GAPS = (
    Text(
        "項目の順序の違い（この書き出しはDMDの順に並んだ要素だけを認める）",
        "another order of items (elements stand in the order of the DMD here)",
    ),
    Text(
        "接尾語（_MP01など）のない要素の必須パターン（どのパターンかを接尾語で示せば検査する）",
        "the mandatory pattern of an element without a suffix such as _MP01",
    ),
    Text("入れ子の必須項目は、要素があることだけを見る", "a mandatory nested item is met by any element, even an empty one"),
    Text(
        "国外の住所：必須パターン7と、接尾語のない住所では国内だけの書式を見ない。パターン1から6は国内の住所とみなす",
        "addresses abroad: forms of Japan are not asked for in pattern 7 and without a suffix; patterns 1 to 6 are taken as Japanese",
    ),
    Text("独自に加えた要素、xml:lang 属性（認めない）", "elements of one's own and xml:lang (refused)"),
)
_NEW_NAMES = Text(
    "XML 1.0 第5版で認められた名前（全角数字、中黒などを含む名前）は、libxml2 などの XML Schema 1.0 では xs:NCName として使えない",
    "names that XML 1.0 has since its fifth edition (full-width digits, middle dot …): libxml2 and others refuse them as xs:NCName",
)


def names_fit(model: Model, lookup: Lookup = by_id) -> bool:
    """True where every item has a name that XML can have, and stands in a class or is a code with its label."""
    found = [(each, item) for each in content.classes(model, lookup) for item in each.fields]
    plain = all("/" not in item.path or content.is_labelled(item) or item.label_of for _, item in found)
    return (
        plain
        and len({content.prefix_of(each) for each, _ in found} | _own_prefixes(found)) == 1
        and all(_NAME.fullmatch(_local(each, item)) for each, item in found)
    )


def _own_prefixes(found: list[tuple[Model, Field]]) -> set[str]:
    """Prefixes that items have beside that of their class: one document has one namespace."""
    return {each.name_in("xml", item).partition(":")[0] for each, item in found if item.xml}


def written(model: Model, pattern: str = "", lookup: Lookup = by_id, namespace: str = content.BASE, companion: str = "") -> str:
    """The schema as text; ``companion`` is the file name of `codes_written`, which it imports.

    ``pattern`` is the mandatory pattern of an element without a suffix. ValueError for one that the class has not, and for a standard
    whose items have no names for XML.
    """
    content.wanted(model, pattern)
    if not names_fit(model, lookup):
        raise ValueError(f"{model.full_id}: items have no names for XML")
    whole = content.classes(model, lookup)
    writer = _Writer(lookup)
    body = [line for each in whole for line in writer.complex_types(each)]
    imported = [f"  <xs:import namespace={quoteattr(content.CODES)} schemaLocation={quoteattr(companion)}/>"] if writer.lists else []
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *_comment(model, whole),
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:pd={quoteattr(namespace)} xmlns:pcd={quoteattr(content.CODES)}'
        f' targetNamespace={quoteattr(namespace)} elementFormDefault="qualified" version={quoteattr(model.edition)}>',
        *imported,
        *_roots(model, pattern),
        *body,
        *writer.simple_types(),
        "</xs:schema>",
        "",
    ]
    return "\n".join(lines)


def codes_written(model: Model, lookup: Lookup = by_id) -> str | None:
    """The schema of the codes that stand beside their labels; None where the classes have none."""
    lists = {item.codes: (each, item) for each in content.classes(model, lookup) for item in each.fields if content.is_labelled(item)}
    if not lists:
        return None
    head = (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace={quoteattr(content.CODES)} elementFormDefault="qualified">'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<!-- コードと名称の組 / codes with their labels -->", head]
    for name, (holder, item) in sorted(lists.items(), key=lambda pair: str(pair[0])):
        values = content.codes_of(item, holder) or {}
        lines += [f"  <xs:complexType name={quoteattr(_list_type(str(name)))}>", "    <xs:sequence>"]
        lines += [
            '      <xs:element name="code" minOccurs="0" nillable="true">',
            '        <xs:simpleType><xs:restriction base="xs:string">',
        ]
        lines += [f"          <xs:enumeration value={quoteattr(code)}/>" for code in ["", *values]]
        lines += ["        </xs:restriction></xs:simpleType>", "      </xs:element>"]
        lines += [
            '      <xs:element name="value" type="xs:string" minOccurs="0" nillable="true"/>',
            "    </xs:sequence>",
            "  </xs:complexType>",
        ]
    return "\n".join([*lines, "</xs:schema>", ""])


def _comment(model: Model, whole: tuple[Model, ...]) -> Iterator[str]:
    heading = content.said(model)
    newer = any(is_new(_local(each, item)) for each in whole for item in each.fields)
    gaps = (*content.unsaid(model, "xml", whole=whole), *_GAPS, *([_NEW_NAMES] if newer else []))
    said = [heading.ja, heading.en, "このスキーマで表せないもの / not expressed:", *(f"- {gap.ja} / {gap.en}" for gap in gaps)]
    yield "<!--"
    yield from (escape(line.replace("--", "- -")) for line in said)
    yield "-->"


def _roots(model: Model, pattern: str) -> Iterator[str]:
    """The elements of one record, and one that holds many (GIF names none for that: ``records`` is ours)."""
    name = content.class_name(model)
    yield f'  <xs:element name="{name}" type="pd:{name}{"_" + pattern if pattern else ""}"/>'
    for each in model.patterns:
        yield f'  <xs:element name="{name}_{each.id}" type="pd:{name}_{each.id}"/>'
    yield '  <xs:element name="records">'
    yield '    <xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">'
    yield from (f'      <xs:element ref="pd:{one}"/>' for one in (name, *(f"{name}_{each.id}" for each in model.patterns)))
    yield "    </xs:choice></xs:complexType>"
    yield "  </xs:element>"


def _local(model: Model, item: Field) -> str:
    return model.name_in("xml", item).partition("/")[0].rpartition(":")[2]


def _list_type(name: str) -> str:
    return f"codes.{name}"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes complex types, and collects the simple types that they need: name → the type that is restricted, and the facets."""

    lookup: Lookup
    simple: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)

    def complex_types(self, model: Model) -> Iterator[str]:
        """The types of a class: without a mandatory pattern, and one for each."""
        yield from self._complex_type(model, "", (), at_home=not model.patterns)
        for pattern in model.patterns:
            yield from self._complex_type(model, f"_{pattern.id}", pattern.required, at_home=pattern.id != ABROAD)

    def _complex_type(self, model: Model, suffix: str, required: tuple[str, ...], *, at_home: bool) -> Iterator[str]:
        yield f'  <xs:complexType name="{content.class_name(model)}{suffix}">'
        title = f"{model.title.ja} / {model.title.en}"
        yield f"    <xs:annotation><xs:documentation>{escape(title)}</xs:documentation></xs:annotation>"
        yield "    <xs:sequence>"
        for item in model.fields:
            if not item.label_of:
                needed = item.name in required or content.is_must(model, item)
                yield from self._element(model, item, needed=needed, at_home=at_home)
        yield "    </xs:sequence>"
        yield '    <xs:attribute name="id" type="xs:ID"/>'
        yield '    <xs:attribute name="ref" type="xs:IDREF"/>'
        yield "  </xs:complexType>"

    def _element(self, model: Model, item: Field, *, needed: bool, at_home: bool) -> Iterator[str]:
        """The element of an item, or the choice between its names."""
        times = f'minOccurs="{1 if needed else 0}" maxOccurs="{1 if item.most == 1 else "unbounded"}"'
        nil = "" if needed else ' nillable="true"'
        name = _local(model, item)
        title = f"<xs:annotation><xs:documentation>{escape(content.title_of(item).ja)}</xs:documentation></xs:annotation>"
        names = content.spellings(name, item, self.lookup)
        if item.model:
            types = [f"pd:{content.class_name(self.lookup(item.model))}{'_' + each.pattern if each.pattern else ''}" for each in names]
        else:
            types = [self._type(model, item, needed=needed, at_home=at_home)]
        if len(names) == 1:
            yield f'      <xs:element name="{name}" type="{types[0]}" {times}{nil}>{title}</xs:element>'
            return
        yield f"      <xs:choice {times}>"
        for each, kind in zip(names, types, strict=True):
            yield f'        <xs:element name="{each.name}" type="{kind}"{nil}>{title}</xs:element>'
        yield "      </xs:choice>"

    def _type(self, model: Model, item: Field, *, needed: bool, at_home: bool) -> str:
        """The name of a leaf's type, made where it is new."""
        if content.is_labelled(item):
            self.lists.add(str(item.codes))
            return f"pcd:{_list_type(str(item.codes))}"
        value = content.value_of(model, item, "xml")
        needed = needed and item.empty != "value"
        if value.codes is not None:
            listed = item.codes if isinstance(item.codes, str) else _local(model, item)
            codes = [*([] if needed else [""]), *value.codes]
            return self._named(_list_type(listed), tuple(f"<xs:enumeration value={quoteattr(code)}/>" for code in codes), needed=needed)
        regexes = value.regexes if at_home or not item.domestic else ()
        if not regexes:
            return self._named("given", (_facet(_NOT_BLANK),), needed=False) if needed else "xs:string"
        name = f"{item.kind}.own" if item.own_for("xml") else item.kind
        facets = [_facet(regex if needed else content.or_empty(regex)) for regex in regexes]
        if len(facets) == 1:
            return self._named(name, (facets[0],), needed=needed)
        # Expressions of one step are alternatives; those of two steps must both match.
        return self._named(f"{name}.form", (facets[0],), needed=needed, base=self._named(name, (facets[1],), needed=needed))

    def _named(self, name: str, facets: tuple[str, ...], *, needed: bool, base: str = "xs:string") -> str:
        """The name of a simple type that restricts another."""
        name += ".given" if needed else ""
        number = 1
        unique = name
        restricted = (base, *facets)
        while self.simple.setdefault(unique, restricted) != restricted:
            number += 1
            unique = f"{name}.{number}"
        return f"pd:{unique}"

    def simple_types(self) -> Iterator[str]:
        """The types collected."""
        for name, (base, *facets) in sorted(self.simple.items()):
            yield f'  <xs:simpleType name="{name}">'
            yield f'    <xs:restriction base="{base}">'
            yield from (f"      {facet}" for facet in facets)
            yield "    </xs:restriction>"
            yield "  </xs:simpleType>"


def _facet(regex: str) -> str:
    return f"<xs:pattern value={quoteattr(regex)}/>"
