"""The benchmark of the endpoint runs, and meets neither an error nor a wrong answer."""

import subprocess
import sys
from pathlib import Path


def test_a_few_clients() -> None:
    script = Path(__file__).parent / "endpoint.py"
    command = [sys.executable, str(script), "--clients", "5", "--requests", "2", "--articles", "20"]
    done = subprocess.run(
        command, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("5 clients, 10 requests, ")
    assert done.stdout.endswith("errors: 0, wrong answers: 0\n")
