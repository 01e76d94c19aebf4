"""The worker: Celery tasks over `auditor.service`, and when upkeep is done."""
