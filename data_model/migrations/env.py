"""Alembic's entry: runs the migrations on the connection that `data_model.revisions` hands over."""

from alembic import context

from data_model import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
