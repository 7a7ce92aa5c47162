"""The catalogue of problems in form files: what each code means and what to do. docs/problems.md is its print."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """What is wrong, and the remedy."""

    meaning: str
    remedy: str


GROUPS = {
    "F1": "Text and YAML",
    "F2": "Structure: keys and what stands under them",
    "F3": "Names and what they refer to",
    "F4": "Expressions",
    "F5": "Scores, findings, criteria, numbers",
    "F6": "Examples",
    "F7": "Translations",
    "F8": "Wording",
}

CATALOGUE = {
    "F101": Meaning("The file is larger than 1 MiB.", "Divide it into several files."),
    "F102": Meaning("The file is not UTF-8.", "Save it with the encoding UTF-8."),
    "F103": Meaning("A character that can't be seen, or turns the reading direction.", "Delete it and type it anew."),
    "F104": Meaning("A tab.", "Indent with spaces."),
    "F105": Meaning("The file is empty.", "Write something into it, or remove it."),
    "F110": Meaning(
        "The text is not YAML.", "The message says which line; most often a quote, a ':' or the indentation."
    ),
    "F111": Meaning(
        "Anchors (&), aliases (*), tags (!) and merge keys (<<) are not read.",
        "Write it out; put a text that begins so in quotes.",
    ),
    "F112": Meaning("A second document (---) or a directive (%).", "One file holds one document; take it out."),
    "F113": Meaning("A key stands twice in the same place.", "Keep one of them."),
    "F114": Meaning("A list or a mapping stands as a key.", "A key is one text."),
    "F115": Meaning("More than 32 levels inside each other, or more than 50,000 parts.", "Divide or flatten the file."),
    "F201": Meaning("A key that is not known here.", "The remedy names the nearest one."),
    "F202": Meaning("A key is missing.", "Add it."),
    "F203": Meaning("A text, keys or a list where something else should stand.", "Write it in the form that is named."),
    "F204": Meaning("Nothing is written after a key.", "Write it, or take the key out."),
    "F205": Meaning("A sentence or an expression inside { } or [ ].", "Write it after its key on a line of its own."),
    "F206": Meaning("A comment (' #') ends a sentence or an expression.", "Put the text in quotes or after '>'."),
    "F207": Meaning("This is not a number, or not one that is possible here.", "Digits, a point before the decimals."),
    "F208": Meaning("This is not a date.", "Write it like 2026-11-30."),
    "F209": Meaning("This is not a version.", "Write it like 1.0.0."),
    "F210": Meaning("This is no id.", "A small letter first, then small letters, digits and _."),
    "F211": Meaning("The id is a word of the expression language.", "Take another one."),
    "F212": Meaning("A word that is not possible here.", "The remedy names those that are."),
    "F213": Meaning("No pair of numbers, or the lower one is above the higher one.", "Write [lowest, highest]."),
    "F214": Meaning("This is not a length of time.", "Write it like 90 days."),
    "F215": Meaning("There is no 'default'.", "Take it out: nothing is answered until somebody answers it."),
    "F216": Meaning("The first key does not say what this is.", "Begin with 'item:', 'score:', 'flag:' ..."),
    "F217": Meaning("Two things that don't fit together.", "Take one of them out, or add what is missing."),
    "F218": Meaning("An empty list or mapping.", "Write what belongs there, or take the key out."),
    "F219": Meaning("A file that is missing, misplaced, or there twice.", "The remedy says which."),
    "F220": Meaning("This is not a normal range.", "Write it like 0.9 to 1.3, at least 0.7, or below 5.6."),
    "F221": Meaning(
        "A brace alone, in a text in which names in braces are replaced by words.", "Write {name}, with both braces."
    ),
    "F301": Meaning("An id that is taken.", "Take another one."),
    "F302": Meaning("form.yaml names a section that no file has.", "Add the file, or correct the name."),
    "F303": Meaning("A section that form.yaml does not name.", "Add it to 'sections:'."),
    "F304": Meaning("A tier of urgency that form.yaml does not name.", "Add it to 'tiers:', or correct the name."),
    "F305": Meaning("An option that the item does not have.", "The remedy names the nearest one."),
    "F306": Meaning("An item, value, score or table that does not exist.", "The remedy names the nearest one."),
    "F307": Meaning("A circle: each needs the next.", "Break it at one of the names in the message."),
    "F308": Meaning("The 'ask_if' of an item reads the item itself.", "Ask because of other answers."),
    "F309": Meaning(
        "A red flag or criterion reads an item that may not be asked, itself or through a value or finding; 'not "
        "asked' would look like 'no'.",
        "Add known(item), or known(value), or read what its 'ask_if' reads. In a criterion: a case 'need_info: not "
        "known(item)'.",
    ),
    "F310": Meaning("site.yaml changes a cut-off that the form does not have.", "The remedy names the nearest one."),
    "F311": Meaning("site.yaml words a red flag that the form does not have.", "The remedy names the nearest one."),
    "F312": Meaning(
        "A cut-off or normal range lacks the numbers for a unit, or has them for another unit.", "One per unit."
    ),
    "F313": Meaning(
        "site.yaml switches off something that the form does not have.",
        "It can name sections, scores, findings that are not hidden, and trials.",
    ),
    "F314": Meaning(
        "site.yaml switches off what something still in use reads; unasked, it would look like 'no'.",
        "Switch the reader off too, or keep both. A red flag always stays.",
    ),
    "F315": Meaning(
        "Something else than a finding reads a limit that is left to the site, or a red flag or criterion hangs on it.",
        "Read it in a finding; give a limit that matters for safety a number in the form.",
    ),
    "F316": Meaning(
        "site.yaml gives the normal range of something that is no number of the form.",
        "The remedy names the nearest one.",
    ),
    "F320": Meaning(
        "A red flag or criterion reads an item that 'mark the rest of this block normal' may answer.",
        "Take 'normal' out of the item: what a flag or a trial asks is answered one by one. With sides, write "
        "'unremarkable:'.",
    ),
    "F321": Meaning(
        "An option of a question drawn on the body that is no region of the drawing.",
        "Name it like its region, or take 'draw' out. An exclusive option needs none.",
    ),
    "F401": Meaning("This is not an expression.", "Check brackets, quotes and signs; 'and', 'or', 'not', '=='."),
    "F402": Meaning("The expression is too long.", "Give a part of it a name, as a hidden finding."),
    "F403": Meaning("A sign or word of Python that is not understood here.", "See 'Expressions' in docs/forms.md."),
    "F404": Meaning("A name that does not exist.", "The remedy names the nearest one."),
    "F405": Meaning("An option or outcome that this one does not have.", "The remedy names the nearest one."),
    "F406": Meaning(
        "A comparison across types.", "Compare choices with options, numbers with numbers, dates with dates."
    ),
    "F407": Meaning("Quantities whose units don't match.", "Compare a quantity with several units with its cut-off."),
    "F408": Meaning(
        "A name with a left and a right, without its side.", "Write .left, .right, .here, either() or both()."
    ),
    "F409": Meaning("A condition should stand here.", "Compare it with something."),
    "F410": Meaning("A number should stand here.", "Name a number, value or score."),
    "F411": Meaning("The arguments of a function don't fit.", "The remedy shows how it is written."),
    "F412": Meaning("A function that does not exist.", "The remedy names the nearest one."),
    "F413": Meaning("A divisor that can be 0.", "Exclude 0 by the limits of the item."),
    "F414": Meaning("A part or cut-off that this name does not have.", "The remedy names the nearest one."),
    "F415": Meaning(
        "Table rows outside any(), all() and count(), or of another table.", "Read them inside one of these."
    ),
    "F416": Meaning(
        "A number that lies beyond all answers, so that the comparison says nothing.",
        "Correct the number, or the limits of the item.",
    ),
    "F501": Meaning("An option of a scored item has no points.", "Give every option its points."),
    "F502": Meaning("The points reach another range than 'range:' says.", "Correct the points or the range."),
    "F503": Meaning("The first band does not begin at the lowest total.", "Begin with the lowest total."),
    "F504": Meaning("Bands that don't rise.", "Order them by their lower end."),
    "F505": Meaning("A band or cut-off that no total reaches, or every total meets.", "Move it into the range."),
    "F506": Meaning(
        "A case of a criterion or red flag that comes too late.",
        "na, barrier, need_info, discuss, ok; of a red flag the most urgent tier first.",
    ),
    "F507": Meaning("'otherwise' is missing, or is not the last case.", "End the cases with it."),
    "F508": Meaning("An outcome that does not exist here.", "The remedy names the nearest one."),
    "F509": Meaning("A second case with the same state, or the same 'otherwise'.", "Join the two with 'or'."),
    "F510": Meaning("An outcome that no case gives.", "Add a case, or take the outcome out."),
    "F511": Meaning("Steps of points that don't rise, or don't cover the limits of the item.", "Begin at the lowest."),
    "F512": Meaning("An item that can't be scored this way.", "Use options, 'from:' or 'when:'."),
    "F513": Meaning("'sides:' for an item without sides.", "Take it out."),
    "F515": Meaning("A usual range that goes beyond the limits.", "Put it inside."),
    "F516": Meaning("A cut-off outside the limits of its item.", "Correct the one or the other."),
    "F517": Meaning("A normal range that goes beyond the limits of its item.", "Correct the one or the other."),
    "F518": Meaning(
        "Numbers for two units that are not the same amount by the reviewed conversion, by more than rounding.",
        "Correct the one or the other.",
    ),
    "F601": Meaning("This is no example, or not one of its keys.", "See 'Examples' in docs/forms.md."),
    "F602": Meaning("Two examples of one name.", "Give one of them another name."),
    "F603": Meaning("An example that expects nothing.", "Add 'expect:'."),
    "F610": Meaning("The form gives something else than the example expects.", "Correct the rule or the expectation."),
    "F620": Meaning(
        "No example tries this: a gap in the coverage, no fault of the form.",
        "Add an example, and let it expect what comes out.",
    ),
    "F701": Meaning("A text that the form doesn't have.", "The remedy names the nearest one."),
    "F702": Meaning("A file of one language in the folder of another.", "Correct 'translation:', or move the file."),
    "F703": Meaning("A text that is translated twice.", "Keep one of them."),
    "F704": Meaning(
        "A translation with other numbers than the original; they may be limits, doses or times.",
        "Write the same numbers, as figures; a decimal comma is one.",
    ),
    "F705": Meaning(
        "A translation with other names in braces than the original.", "The name inside the braces is not translated."
    ),
    "F706": Meaning("A list of another length than the original.", "The same number of texts, in the same order."),
    "F720": Meaning(
        "A text without a translation, shown as it was written behind a mark: no fault of the form.", "Translate it."
    ),
    "F721": Meaning(
        "A translation of an earlier English text, which has changed since; the English one is shown behind a mark: "
        "told, no fault.",
        "Write what the English text says now, then confirm it: `python run.py confirm FOLDER es TEXT`.",
    ),
    "F801": Meaning(
        "A text that could be read as a verdict on the patient, by a word that the program never says: told, no fault.",
        "Say what is recorded. Whether a person takes part in a trial, only its team decides.",
    ),
    "F802": Meaning(
        "A question with a left and a right that doesn't say which answer is nothing to act on, so that paper prints "
        "none of them bold: told, no fault.",
        "Write 'unremarkable:' with that option, or 'normal:' where a block may answer it.",
    ),
}


def problems_page() -> str:
    """Return the page for the people who edit forms."""
    lines = [
        "# Problems in form files",
        "",
        "`python run.py check` prints each problem as `file:line:column: CODE message (remedy)`. The codes stay",
        "the same from version to version.",
    ]
    for prefix, title in GROUPS.items():
        lines += ["", f"## {prefix}xx {title}", "", "| code | what is wrong | what to do |", "|---|---|---|"]
        for code, (meaning, remedy) in CATALOGUE.items():
            if code.startswith(prefix):
                cells = (cell.replace("|", "\\|") for cell in (code, meaning, remedy))
                lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
