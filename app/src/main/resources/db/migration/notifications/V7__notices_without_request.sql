-- Some things one must hear of are about the account and no request.
alter table notifications.notice alter column request drop not null;
