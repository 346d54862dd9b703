-- Who asked, as the key by which figures tell people apart without naming them; 0 where nobody is
-- known, as in everything that was written before.
alter table promises.promise add column asker bigint not null default 0;
