"""Words for slips of punctuation and layout (E1xx), and for odd characters (W1xx)."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES: dict[str, Message] = {
    "E101": Message(
        mark("This line is indented with a tab."),
        mark("Indent with spaces, two for each level."),
    ),
    "E102": Message(
        mark("This line is indented with a full-width or no-break space."),
        mark("Indent with ordinary (half-width) spaces, two for each level."),
    ),
    "E103": Message(
        mark("A full-width colon ： stands after “{key}”."),
        mark("Type a half-width colon and a space: “{key}: ”."),
    ),
    "E104": Message(
        mark("There is no ordinary space after “{key}:”."),
        mark("Type one half-width space after the colon."),
    ),
    "E105": Message(
        mark("There is no ordinary space after the dash: “{text}”."),
        mark("Type one half-width space after the dash."),
    ),
    "E106": Message(
        mark(
            "A half-width colon with a space, or at the line's end, stands in the text: “{text}”."
        ),
        mark(
            "Put the whole text in quotation marks; in Chinese a full-width colon ： does as well."
        ),
    ),
    "E107": Message(
        mark("A space and # cut the text off: “{text}” will not be seen."),
        mark("Put the whole text in quotation marks; a note belongs on a line of its own."),
    ),
    "E108": Message(
        mark("A text must not start with {sign}, which means something else here: “{text}”."),
        mark("Put the whole text in quotation marks."),
    ),
    "E109": Message(
        mark("A text stands on the same line as {sign}: “{text}”."),
        mark("Leave {sign} alone on its line, and start the text on the next, two spaces deeper."),
    ),
    "E110": Message(
        mark("A quotation mark {quote} opens here and is not closed: “{text}”."),
        mark("Close it at the end of the text, or take it away."),
    ),
    "E111": Message(
        mark("The text goes on after its closing quotation mark {quote}: “{text}”."),
        mark("Put the whole text between marks, or use Chinese marks “ ” inside the text."),
    ),
    "E112": Message(
        mark("“{text}” refers to another place in the file; lessons do without that."),
        mark("Write out what you mean, or put it in quotation marks if it is text."),
    ),
    "E113": Message(
        mark("“{text}” sets a type with an exclamation mark; lessons do without that."),
        mark("Delete it, or put the whole text in quotation marks."),
    ),
    "E114": Message(
        mark("<< would merge another part of the file into this one; lessons do without that."),
        mark("Write the keys out."),
    ),
    "E115": Message(
        mark("“{text}” is not allowed between double quotation marks: \\ changes what follows it."),
        mark("Use single quotation marks ' ' around the text, or double the \\."),
    ),
    "E116": Message(
        mark("“{sign}” does not separate the entries of a list in brackets."),
        mark("Type a half-width comma and a space, or quote the entry if the sign belongs to it."),
    ),
    "E117": Message(
        mark("The bracket {sign} is not closed: “{text}”."),
        mark("Close it, or put the whole text in quotation marks."),
    ),
    "E118": Message(
        mark("“{text}” is an instruction to YAML itself; lessons do without that."),
        mark("Delete this line."),
    ),
    "E119": Message(
        mark("“{text}” would start a second document; a file holds one."),
        mark("Delete this line; put a second lesson into a file of its own."),
    ),
    "E120": Message(
        mark(
            "This line is indented too far (it starts in column {column}): "
            "the line above already has its text."
        ),
        mark(
            "Start it in column {fitting}; to write a text over several lines, "
            "put | after the colon above and start the text on the next line."
        ),
    ),
    "E121": Message(
        mark("This line starts in column {column}, where no other line around it starts."),
        mark("Line it up with the lines that it belongs with (columns that fit: {columns})."),
    ),
    "E122": Message(
        mark("This line is neither “key: text” nor a list item: “{text}”."),
        mark(
            "If it is one more item of the list above, put a hyphen and a space before it; if it "
            "is a field, add the key with its colon. If it belongs to the text above, write | "
            "after the colon there and indent this line two further than that key."
        ),
    ),
    "E123": Message(
        mark("“{key}” stands twice in the same place; first in line {line}, column {column}."),
        mark(
            "Delete one of the two, or give it the name it should have. If a new item begins here, "
            "put a hyphen and a space before its first line."
        ),
    ),
    "E124": Message(
        mark("In the middle of a list this line has no dash."),
        mark("Indent it by two more to belong to the item above, or start it with a dash."),
    ),
    "E125": Message(
        mark("A list item stands where a key is expected."),
        mark("Put the list under a key of its own, or delete the dash."),
    ),
    "E126": Message(
        mark("A list starts on the same line as its key: “{text}”."),
        mark("Start the list on the next line, or put the text in quotation marks."),
    ),
    "E127": Message(
        mark("This line of a | text stands further left than the text's first line."),
        mark("Indent it by {columns} spaces, like the first line."),
    ),
    "E128": Message(
        mark("Lists and keys are nested more than {limit} deep here."),
        mark("Take levels away; a lesson needs fewer than ten."),
    ),
    "E129": Message(
        mark("The file holds more than {limit} entries."),
        mark("Split it into several lessons."),
    ),
    "E130": Message(
        mark("From here on the file cannot be understood: “{text}”."),
        mark("Check signs and indentation in this line and the one above."),
    ),
    "E131": Message(
        mark("This empty line holds more spaces than the | text below is indented by."),
        mark("Delete the spaces in this line."),
    ),
    "E132": Message(
        mark(
            "A full-width {text} stands here, but a text of several lines needs the half-width one."
        ),
        mark("Type | with the keyboard set to English."),
    ),
    "E133": Message(
        mark("“{text}” does not start a list item."),
        mark("Type a half-width dash and a space."),
    ),
    "E134": Message(
        mark("A list or a group stands in place of a key."),
        mark("Write the key as a plain word before the colon."),
    ),
    "W101": Message(
        mark("The text goes on over lines without |, so line breaks will be lost: “{text}”."),
        mark("Put | after the colon and start the text on the next line, or use one line."),
    ),
    "W102": Message(
        mark("A line break that editors do not show ({code}) stands here."),
        mark("Delete it, or press Enter in its place."),
    ),
    "W103": Message(
        mark("An invisible character ({code}) stands here."),
        mark("Delete it: texts that look the same would not be the same."),
    ),
    "W104": Message(
        mark("An invisible sign ({code}) that changes the direction of writing stands here."),
        mark("Delete it: it can show words in another order than they are written."),
    ),
}
