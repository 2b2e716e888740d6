from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("citations", "0002_indexed_articles")]

    operations = [
        migrations.CreateModel(
            name="OnlineAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.CharField(max_length=64, unique=True)),
                ("records", models.JSONField(default=list)),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
