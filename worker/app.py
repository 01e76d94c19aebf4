"""The Celery application: `celery -A worker.app worker`, and `… beat` where one is wanted."""

from celery import Celery

from auditor.queue import configuration
from auditor.settings import settings
from worker.schedule import clock, timetable

app = Celery("auditor", include=["worker.tasks"])
app.conf.update(configuration(settings()))
app.conf.beat_schedule = timetable(settings())
clock(settings())
