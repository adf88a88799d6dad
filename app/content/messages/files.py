"""Words for what is wrong with a file as a whole, before a line of it is read (E0xx)."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES: dict[str, Message] = {
    "E001": Message(
        mark("There is no such file."),
        mark("Check the name in course.yaml, or put the file into the course folder."),
    ),
    "E002": Message(
        mark("This is not an ordinary file, but a folder or a device."),
        mark("Put a text file ending in .yaml in its place."),
    ),
    "E003": Message(
        mark("The file cannot be read: {reason}."),
        mark("Close programs that hold it open, and check that you are allowed to read it."),
    ),
    "E004": Message(
        mark("The file is larger than {limit} KiB."),
        mark("Split it into several lessons, and keep pictures in the images folder."),
    ),
    "E005": Message(
        mark("The file is saved as GBK, not as UTF-8."),
        mark("Save it again in your editor with the encoding UTF-8."),
    ),
    "E006": Message(
        mark("The file is saved as {encoding}, not as UTF-8."),
        mark("Save it again in your editor with the encoding UTF-8."),
    ),
    "E007": Message(
        mark(
            "This byte ({byte}) belongs to no character: the file is not UTF-8, or it is damaged."
        ),
        mark(
            "Save it again with the encoding UTF-8; if that garbles it, go back to an older copy."
        ),
    ),
    "E008": Message(
        mark("The file's lines end in the way of very old Macs (CR)."),
        mark("Choose the line ending LF or CRLF in your editor, and save again."),
    ),
    "E009": Message(
        mark("An invisible control character ({code}) stands here."),
        mark(
            "Delete it; if you cannot see it, delete the characters around it and type them again."
        ),
    ),
    "E010": Message(
        mark("Half a character ({code}) stands here: something was cut in two."),
        mark("Delete it and type the character again."),
    ),
    "E011": Message(
        mark("The file is empty, or holds nothing but notes."),
        mark("Write the lesson, or start from the one that “shilian new lesson” makes."),
    ),
    "E012": Message(
        mark("This is not a text file (it looks like: {kind})."),
        mark("Copy the words into a plain text file, and save it as .yaml with UTF-8."),
    ),
    "E013": Message(
        mark("One line has {length} characters; {limit} is the most."),
        mark("Break it up, or put the text into a | block of several lines."),
    ),
    "E014": Message(
        mark("The file has {count} lines; {limit} is the most."),
        mark("Split it into several lessons."),
    ),
}
