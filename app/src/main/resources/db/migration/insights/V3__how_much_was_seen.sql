-- How many rows were added to what waits of a pair, so that the fold can take in parts what is
-- too much for one transaction.
alter table insights.inbox add column seen int not null default 1;
update insights.inbox as i
   set seen = waiting.seen
  from (select measure, client, provider, count(*) as seen
          from insights.observation
         where step is null
         group by 1, 2, 3) as waiting
 where (i.measure, i.client, i.provider)
       = (waiting.measure, waiting.client, waiting.provider);
