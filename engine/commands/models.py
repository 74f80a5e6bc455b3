"""`models`: what is known and what is here; get, import, verify, remove."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tqdm import tqdm

from engine.core.errors import ModelError
from engine.segmentation.models import library
from engine.segmentation.models.catalogue import CATALOGUE, entry
from engine.segmentation.models.catalogue_entry import Entry, Variant
from engine.segmentation.models.model_folder import (
    BUILT_IN_FOLDER,
    ModelFolder,
    available_models,
    data_folder,
    find_model,
    search_path,
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command line."""
    parser.set_defaults(action=_list, json=False)
    actions = parser.add_subparsers(title="actions", metavar="list|get|import|verify|remove|path")
    listing = actions.add_parser("list", help="what is known and what is here (the default)")
    listing.add_argument("--json", action="store_true", help="for scripts")
    listing.set_defaults(action=_list)
    get = actions.add_parser("get", help="download models or sample sets; goes on where an earlier try stopped")
    get.add_argument("names", nargs="+", metavar="NAME")
    get.add_argument("--variant", type=Variant, choices=list(Variant), help="default: probabilities or alpha")
    get.set_defaults(action=_get)
    importing = actions.add_parser("import", help="take a copy of a model from a zip archive or a folder")
    importing.add_argument("paths", nargs="+", type=Path, metavar="ZIP|FOLDER")
    importing.set_defaults(action=_import)
    verify = actions.add_parser("verify", help="compare files with their sha256")
    verify.add_argument("names", nargs="*", metavar="NAME", help="all that are here if absent")
    verify.set_defaults(action=_verify)
    remove = actions.add_parser("remove", help="delete what get and import brought")
    remove.add_argument("names", nargs="+", metavar="NAME")
    remove.set_defaults(action=_remove)
    path = actions.add_parser("path", help="where a model lies, or where models are looked for")
    path.add_argument("name", nargs="?", metavar="NAME")
    path.set_defaults(action=_path)


def run(args: argparse.Namespace) -> int:
    """Does one action.

    Raises:
        UsageError: There is no such name or path.
        ModelError: It could not be done.
    """
    action: Callable[[argparse.Namespace], int] = args.action
    return action(args)


def _list(args: argparse.Namespace) -> int:
    here = {model.id: model for model in available_models()}
    rows = [_known_row(each, here.pop(each.id, None)) for each in CATALOGUE]
    rows += [_own_row(model) for model in here.values()]
    if args.json:
        print(json.dumps(rows, indent=1))
        return 0
    for row in rows:
        score = next((f"{name.split()[0]} {value:.2f}" for name, value in row.get("scores", {}).items()), "")
        facts = f"{row['id']:37} {row['kind']:9} {row.get('size', ''):10} {score:11} {row.get('state', '-'):11}"
        print(f"{facts} {row.get('good_for', '')}".rstrip())
    mebibytes = sum(row.get("disk_bytes", 0) for row in rows) / (1 << 20)
    print(f"\n{mebibytes:.1f} MiB on disk in {data_folder().parent}")
    return 0


def _known_row(known: Entry, model: ModelFolder | None) -> dict[str, Any]:
    row: dict[str, Any] = {"id": known.id, "title": known.title, "kind": known.kind, "good_for": known.good_for}
    if known.input_size[0]:
        row["size"] = "{}x{}".format(*known.input_size)
    row["scores"] = dict(known.scores)
    row["licence"] = known.licence
    row["variants"] = {variant: known.url(variant) for variant in known.paths}
    mine = library.installed(known)
    row["disk_bytes"] = sum(each.disk_bytes for each in mine.values())
    if model:
        row |= {"path": str(model.path), "state": library.verify(model.path)}
    elif mine:
        row |= {"path": str(next(iter(mine.values())).path), "state": library.Trust.UNVERIFIED}
    return row


def _own_row(model: ModelFolder) -> dict[str, Any]:
    row = {"id": model.id, "kind": "own", "path": str(model.path), "state": _state(model)}
    return row | {"disk_bytes": library.disk_bytes(model.path)} if model.path.parent == data_folder().resolve() else row


def _state(model: ModelFolder) -> str:
    """How much is known of a model's files; what comes with the app needs no checking."""
    return "built in" if model.path.parent == BUILT_IN_FOLDER.resolve() else library.verify(model.path)


def _get(args: argparse.Namespace) -> int:
    for known in [entry(name) for name in args.names]:
        variant = args.variant or known.default_variant()
        with _progress_bar(known.id) as progress:
            path = library.fetch(known, variant, progress)
        note = "" if library.verify(path) is library.Trust.VERIFIED else ", unverified: its first sha256 is recorded"
        print(f"{known.id} ({variant}) is at {path}{note}")
    return 0


def _import(args: argparse.Namespace) -> int:
    for path in args.paths:
        model = library.import_model(path)
        print(f"{model.id} is at {model.path}, {library.verify(model.path)}")
    return 0


def _verify(args: argparse.Namespace) -> int:
    models = [find_model(name) for name in args.names] if args.names else available_models()
    states = {model: _state(model) for model in models}
    for model, state in states.items():
        print(f"{model.id:37} {state:11} {model.path}")
    changed = [model.id for model, state in states.items() if state == library.Trust.CHANGED]
    if changed:
        raise ModelError(
            "changed since it came: {models}",
            "remove it and get it again",
            code="model-files-changed",
            models=", ".join(changed),
        )
    return 0


def _remove(args: argparse.Namespace) -> int:
    for name in args.names:
        known = next((each for each in CATALOGUE if each.id == name), None)
        folders = [each.path for each in library.installed(known).values()] if known else []
        for folder in folders or [find_model(name).path]:
            library.remove(folder)
            print(f"removed {folder}")
    return 0


def _path(args: argparse.Namespace) -> int:
    if args.name:
        print(find_model(args.name).path)
    else:
        print("\n".join(str(path) for path in search_path()))
    return 0


@contextmanager
def _progress_bar(name: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    with tqdm(desc=name, unit="B", unit_scale=True, unit_divisor=1024, disable=None) as bar:

        def progress(have: int, total: int) -> None:
            bar.total = total or None
            bar.update(have - bar.n)

        yield progress
