-- Bookings to come that were made before there were reminders get theirs: one job plans all of an organization's, once.
INSERT INTO `jobs` (`id`, `kind`, `key`, `organization_id`, `clock`, `payload`, `state`, `due_at`, `leased_by`, `attempts`, `last_error`, `created_at`)
SELECT 'job_reminders_' || `id`, 'reminders.plan', 'reminders.plan:' || `id`, `id`, '', '{}', 'waiting', `created_at`, NULL, 0, NULL, `created_at`
FROM `organizations`
WHERE `id` NOT IN (SELECT `organization_id` FROM `sandboxes`);
