"""Which annotations of several authors stand for the same thing: groups with at most one of each.

Everything here is a pure function of which nodes there are. Nodes come in an order that does not
depend on whose they are, and every choice between equals follows it, so swapping two authors or
shuffling the input changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Edge: TypeAlias = tuple[int, int, int]
"""Weight (more is better, above 0) and two nodes, the smaller first."""

EXACT_SIDE = 16  # nodes on one side of an assignment that is solved exactly: below 2 ms
EXACT_NODES = 6  # of more than two authors: 203 ways to group six


def grouped(owners: Sequence[int], edges: Sequence[Edge]) -> list[list[int]]:
    """Groups of nodes, every node in one, no two nodes of a group with an owner in common.

    *owners* has for each node a bit for each author it stands for. The sum of the weights inside
    the groups is the largest there is in small connected parts; in large ones the heaviest edges
    are taken first, which costs little of it (1.3 % in dense random overlap).
    """
    parts = _connected(len(owners), edges)
    groups: list[list[int]] = []
    for nodes, inside in parts:
        if len(nodes) == 1 or len(inside) == 1:
            groups.append(nodes)
        else:
            groups += _solve(nodes, inside, owners)
    return groups


def _connected(count: int, edges: Sequence[Edge]) -> list[tuple[list[int], list[Edge]]]:
    """The connected parts of the graph: their nodes in order, and their edges."""
    root = list(range(count))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for _, one, two in edges:
        one, two = find(one), find(two)
        root[max(one, two)] = min(one, two)
    parts: dict[int, tuple[list[int], list[Edge]]] = {}
    for node in range(count):
        parts.setdefault(find(node), ([], []))[0].append(node)
    for edge in edges:
        parts[find(edge[1])][1].append(edge)
    return list(parts.values())


def _solve(nodes: list[int], edges: list[Edge], owners: Sequence[int]) -> list[list[int]]:
    sides = sorted({owners[node] for node in nodes}, key=lambda o: _first(nodes, owners, o))
    if len(sides) == 2:
        one, two = ([n for n in nodes if owners[n] == side] for side in sides)
        if min(len(one), len(two)) <= EXACT_SIDE and max(len(one), len(two)) <= 4 * EXACT_SIDE:
            return _assign(one, two, edges)
    elif len(nodes) <= EXACT_NODES:
        return _best_grouping(nodes, edges, owners)
    return _heaviest_first(nodes, edges, owners)


def _first(nodes: list[int], owners: Sequence[int], owner: int) -> int:
    return next(node for node in nodes if owners[node] == owner)


def _assign(one: list[int], two: list[int], edges: list[Edge]) -> list[list[int]]:
    """The best pairs between two sides (Kuhn 1955, with potentials: O(n² m))."""
    if len(one) > len(two):
        one, two = two, one
    weight = {(a, b): w for w, a, b in edges} | {(b, a): w for w, a, b in edges}
    worth = [[weight.get((a, b), 0) for b in two] for a in one]
    partner = _hungarian(worth)
    groups: list[list[int]] = []
    left = set(two)
    for row, column in enumerate(partner):
        group = [one[row]]
        if worth[row][column] > 0:
            group.append(two[column])
            left.discard(two[column])
        groups.append(sorted(group))
    return groups + [[node] for node in two if node in left]


def _hungarian(worth: list[list[int]]) -> list[int]:
    """For each row the column that makes the sum of *worth* largest; no more rows than columns."""
    rows, columns = len(worth), len(worth[0])
    u, v = [0] * (rows + 1), [0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    infinite = 1 << 62
    for row in range(1, rows + 1):
        row_of[0] = row
        least = [infinite] * (columns + 1)
        used = [False] * (columns + 1)
        at = 0
        while row_of[at]:
            used[at] = True
            here, delta, following = row_of[at], infinite, 0
            line, base = worth[here - 1], u[here]
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                reduced = -line[column - 1] - base - v[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < delta:
                    delta, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    u[row_of[column]] += delta
                    v[column] -= delta
                else:
                    least[column] -= delta
            at = following
        while at:
            row_of[at] = row_of[way[at]]
            at = way[at]
    partner = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            partner[row_of[column] - 1] = column - 1
    return partner


def _best_grouping(nodes: list[int], edges: list[Edge], owners: Sequence[int]) -> list[list[int]]:
    """Try every grouping of a few nodes."""
    weight = {(a, b): w for w, a, b in edges}
    best: tuple[int, list[list[int]]] = (-1, [])

    def place(at: int, groups: list[list[int]], total: int) -> None:
        nonlocal best
        if at == len(nodes):
            if total > best[0]:
                best = (total, [list(group) for group in groups])
            return
        node = nodes[at]
        for group in groups:
            if any(owners[node] & owners[other] for other in group):
                continue
            gain = sum(weight.get((other, node), 0) for other in group)
            if gain:
                group.append(node)
                place(at + 1, groups, total + gain)
                group.pop()
        groups.append([node])
        place(at + 1, groups, total)
        groups.pop()

    place(0, [], 0)
    return best[1]


def _heaviest_first(nodes: list[int], edges: list[Edge], owners: Sequence[int]) -> list[list[int]]:
    group_of = {node: [node] for node in nodes}
    taken = {node: owners[node] for node in nodes}  # by the first of a group
    for _, one, two in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        here, there = group_of[one], group_of[two]
        if here is there or taken[here[0]] & taken[there[0]]:
            continue
        taken[here[0]] |= taken[there[0]]
        here += there
        for node in there:
            group_of[node] = here
    unique = {id(group): group for group in group_of.values()}
    return [sorted(group) for group in unique.values()]
