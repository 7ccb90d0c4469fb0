"""Objects that only hold records (``{"count": 2, "results": [{…}]}``): where the records stand in them.

What an answer of an interface says of itself beside its records (件数, status, licence) is its envelope. An object that says anything else
is a record, if only an unknown one: looking at what is nested in it alone would leave the rest unseen.
"""

from __future__ import annotations

from collections.abc import Callable

from ...readers.record import Leaf, Node

Fits = Callable[[str, list[Node]], bool]
"""Whether nested objects are records; asked with the name that holds them."""
_DEEP = 5
"""Objects within objects that are followed to the records."""
_WORDS = """
status statuscode ok success message messages msg error errors errormsg warnings help result results data
count counts total totalcount totalitems totalresults totalnumber numfound maxscore hits took
limit offset start rows page pages pagenumber pagesize perpage next nextcursor nextkey previous prev first last hasmore
links link self href meta metadata header parameter parameters params query q sort order facets searchfacets request requestid
schema context version apiversion dataversion lang language encoding
timestamp created createdat generated generatedat updated updatedat modified lastupdate lastupdated lastupdatedate lastmodified
dividenumber dividesize license licence copyright source
件数 総件数 全件数 結果 ステータス メッセージ エラー 更新日 更新日時 最終更新日 最終更新日時
作成日 作成日時 出典 版 バージョン ライセンス ページ 文字コード
"""
_ENVELOPE = frozenset(_WORDS.split())


def held(record: Node, fits: Fits, *, strict: bool, deep: int = _DEEP) -> list[Node]:
    """The records that an object holds; none where it is none but a holder of records.

    ``strict``: none either where it says more than an envelope does.
    """
    holders = {name: nodes for name, children in record.children.items() if (nodes := _nodes(children))}
    if strict and any(_says(name, children) for name, children in record.children.items() if name not in holders):
        return []
    found: list[Node] = []
    for name, nodes in holders.items():
        below = nodes if fits(name, nodes) else held(nodes[0], fits, strict=strict, deep=deep - 1) if deep and len(nodes) == 1 else []
        if strict and not below and not _is_envelope(name) and any(node.children for node in nodes):
            return []
        found += below
    return found


def _nodes(children: list[Node | Leaf]) -> list[Node]:
    """The children where all of them are objects."""
    nodes = [child for child in children if isinstance(child, Node)]
    return nodes if len(nodes) == len(children) else []


def _says(name: str, children: list[Node | Leaf]) -> bool:
    """True for a member that has a value and is not of the envelope."""
    return not _is_envelope(name) and any(not isinstance(child, Leaf) or child.state in {"value", "faulty"} for child in children)


def _is_envelope(name: str) -> bool:
    return name.startswith(("@", "$")) or "".join(filter(str.isalnum, name.casefold())) in _ENVELOPE
