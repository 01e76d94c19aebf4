"""The compose file says what it should, and each of its commands runs here, by hand."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from auditor.settings import settings
from auditor.tools import languagetool_server
from tests.chaos.conftest import kill
from tests.conftest import free_port, until

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
# The keys of the Compose Specification that a service of ours may use.
KEYS = frozenset(
    "build image restart read_only tmpfs cap_drop security_opt environment depends_on command "
    "ports healthcheck stop_grace_period volumes".split()
)


def test_services_keys_and_health_checks() -> None:
    assert set(SERVICES) == {"web", "worker", "beat", "redis", "postgres", "languagetool"}
    assert set(COMPOSE) <= {"name", "services", "volumes", "x-auditor"}
    for service in SERVICES.values():
        assert set(service) <= KEYS
        check = service["healthcheck"]
        assert check["test"][0] in ("CMD", "CMD-SHELL")
        assert {"interval", "timeout", "retries"} <= set(check)
        for needed, how in (service.get("depends_on") or {}).items():
            assert needed in SERVICES and how == {"condition": "service_healthy"}
        for volume in service.get("volumes", ()):
            assert volume.partition(":")[0] in COMPOSE["volumes"]


def test_every_variable_is_a_setting() -> None:
    known = {f"AUDITOR_{name.upper()}" for name in type(settings()).model_fields}
    for service in SERVICES.values():
        ours = set(service.get("environment") or ())
        assert {name for name in ours if name.startswith("AUDITOR_")} <= known


def test_the_image_runs_as_nobody_special() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    user = [line for line in lines if line.startswith("USER")]
    assert user and user[-1] != "USER root"


def command(name: str, **replaced: str) -> list[str]:
    """The command of a service, with our interpreter's programs and free ports."""
    programs = Path(sys.executable).parent
    words = [str(word) for word in SERVICES[name]["command"]]
    return [str(programs / words[0]), *(replaced.get(word, word) for word in words[1:])]


@pytest.mark.languagetool
@pytest.mark.redis
@pytest.mark.postgres
def test_web_worker_beat_and_languagetool_work_together(
    tmp_path: Path, redis_url: str, postgres_database: str
) -> None:
    current, port, grammar = settings(), free_port(), free_port()
    (tmp_path / "languagetool").symlink_to(languagetool_server.home(current))
    (tmp_path / "nltk_data").symlink_to(current.data_dir / "nltk_data")
    environment = {
        **os.environ,
        "AUDITOR_DATA_DIR": str(tmp_path),
        "AUDITOR_DATABASE_URL": postgres_database.replace("postgresql:", "postgresql+psycopg:"),
        "AUDITOR_BROKER_URL": redis_url,
        "AUDITOR_LANGUAGETOOL_URL": f"http://127.0.0.1:{grammar}",
        "AUDITOR_SECRET_KEY": "for this test only",
        "AUDITOR_PORT": str(port),
    }
    beat = {"/tmp/beat": str(tmp_path / "beat"), "/tmp/beat.pid": str(tmp_path / "beat.pid")}
    running: list[subprocess.Popen[bytes]] = []
    try:
        for name, replaced in (
            ("languagetool", {"8081": str(grammar), "--public": "--port=" + str(grammar)}),
            ("web", {}),
            ("worker", {}),
            ("beat", beat),
        ):
            with (tmp_path / f"{name}.log").open("wb") as log:
                running.append(
                    subprocess.Popen(
                        command(name, **replaced), env=environment, cwd=ROOT, stdout=log,
                        stderr=log, start_new_session=True,
                    )
                )  # fmt: skip
        url = f"http://127.0.0.1:{port}"

        def answers() -> bool:
            try:
                return httpx.get(f"{url}/health", timeout=2, trust_env=False).status_code == 200
            except httpx.HTTPError:
                return False

        until(answers, "the web service")
        until(lambda: "Ready" in (tmp_path / "languagetool.log").read_text(), "LanguageTool")
        text = "You will need a appointment. " + "The nurse will help you. " * 30
        audit = httpx.post(f"{url}/api/v1/audits", json={"text": text}, trust_env=False).json()[
            "id"
        ]

        def finished() -> bool:
            found = httpx.get(f"{url}/api/v1/audits/{audit}", trust_env=False).json()
            assert found["status"] != "failed", found
            return bool(found["status"] == "done")

        until(finished, "the audit")
        report = httpx.get(f"{url}/api/v1/audits/{audit}?format=json", trust_env=False).json()
        assert any(finding["rule"] == "grammar.mistakes" for finding in report["findings"])
        assert "appointment" not in (tmp_path / "worker.log").read_text("utf-8", "replace")
        until(lambda: (tmp_path / "beat.pid").exists(), "beat")
        assert all(process.poll() is None for process in running)
    finally:
        for process in reversed(running):
            kill(process)


def test_the_readme_names_every_setting_of_the_table() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = set(re.findall(r"`([A-Z_]+)`", readme.partition("## Settings for an installation")[2]))
    known = {name.upper() for name in type(settings()).model_fields}
    assert len(named) > 10
    assert named - {"POSTGRES_PASSWORD", "AUDITOR_SECRET_KEY", "AUDITOR_"} <= known
    assert json.loads((ROOT / "auditor/render/report.schema.json").read_text("utf-8"))
