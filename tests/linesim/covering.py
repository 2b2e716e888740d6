"""Say which endpoints a test drives, so that none is left without one."""

import ast
from pathlib import Path

HERE = Path(__file__).parent


def covers(*endpoints):
    """Mark a test, or a class of them: `@covers("POST /v2/bot/message/push")`."""

    def mark(test):
        return test

    return mark


def covered():
    """Every endpoint that some test here is marked with."""
    return {
        argument.value
        for file in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", None) == "covers"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    }
