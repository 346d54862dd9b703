-- Who made a link by which this password could be set, until its owner has read that.
alter table access.account
    add column link_made_by bigint,
    add column link_made_at timestamptz;
