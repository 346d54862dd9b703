-- The provider took the solution back: what the client has said of it is opened when the window
-- closes, and till then nobody can tell from the standing whether there is anything.
alter table ratings.rateable add column taken_back boolean not null default false;
create index rateable_taken_back on ratings.rateable (closes_at) where taken_back;

-- Revealed, and the audit trail does not know it yet: it hears of it when the day is over.
alter table ratings.rateable add column untold boolean not null default false;
create index rateable_untold on ratings.rateable (revealed_at) where untold;

-- Whose work a client's rating is about, where it was kept from a solution that was taken back.
alter table ratings.rating
    add column about_unit bigint,
    add column about_service bigint;
