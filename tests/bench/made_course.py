"""A course of as many lessons as wanted, each about 250 lines and none like another."""

from __future__ import annotations

import random
from pathlib import Path

WHERE = ("群里", "私聊里", "短信里", "页面上", "电话里", "朋友圈里", "邻居那里", "视频里")
ASKS = ("先交押金", "填身份证号", "报验证码", "装一个软件", "扫一个码", "借用账号", "开共享屏幕")
DOES = ("自己打开官方 App 看", "打电话问本人", "截图留下来", "先放一放", "问问家里人", "退出来")
LINES = 250


def make_course(folder: Path, lessons: int, lines: int = LINES) -> Path:
    """Writes the course into a folder that is not there yet; gives the folder."""
    folder.mkdir(parents=True)
    names = [f"made-{number:05}" for number in range(lessons)]
    listed = "".join(f"  - {name}\n" for name in names)
    (folder / "course.yaml").write_text(
        "format: 1\nid: made\nversion: 1\ntitle: 做出来的课\nsummary: 只用来量时间。\n"
        f"language: zh-CN\nlanguages: [zh-CN]\nlicense: CC BY-SA 4.0\nlessons:\n{listed}",
        "utf-8",
    )
    for number, name in enumerate(names):
        (folder / f"{name}.yaml").write_text(_lesson(name, number, lines), "utf-8")
    return folder


def _lesson(name: str, number: int, lines: int) -> str:
    dice = random.Random(number)
    text = [
        "format: 1",
        f"id: {name}",
        "version: 1",
        "language: zh-CN",
        f"title: 第 {number} 课",
        f"summary: 第 {number} 次练习，看看遇到要求的时候怎么办。",
        "minutes: 10",
        "goals:",
        f"  - 会处理第 {number} 类要求",
        "steps:",
    ]
    for step in range(3):
        text += [
            f"  - id: text-{step}",
            "    type: text",
            f"    title: 第 {step + 1} 段",
            "    body: |",
        ]
        for _ in range(8):
            place, ask, act = dice.choice(WHERE), dice.choice(ASKS), dice.choice(DOES)
            text += [f"      {place}有人要你**{ask}**，第 {dice.randrange(10**6)} 回了。", ""]
            text += [f"      - 先{act}", "      - 再决定要不要回话", ""]
    text += ["  - id: quiz", "    type: quiz", "    title: 小测验", "    questions:"]
    question = 0
    while len(text) < lines - 10:
        place, ask = dice.choice(WHERE), dice.choice(ASKS)
        acts = dice.sample(DOES, 3)
        text += [
            f"      - id: q-{question}",
            "        type: single",
            f"        text: {place}有人要你{ask}，单号是 {dice.randrange(10**6)}，怎么办？",
            "        options:",
        ]
        kinds = ["right", "wrong", "wrong"]
        dice.shuffle(kinds)
        for letter, kind, act in zip("abc", kinds, acts, strict=True):
            text += [
                f"          - id: {letter}",
                f"            {kind}: {act}，等 {dice.randrange(2, 60)} 分钟",
                f"            why: 这样做{'能' if kind == 'right' else '不能'}看清楚是不是真的。",
            ]
        text.append("        answer_in: text-0")
        question += 1
    return "\n".join(text) + "\n"
