/**
 * Looked at from inside the database: what is being written is gone before a question from outside has arrived. On a busy
 * machine a large import reads for minutes before it writes.
 */
export const WAIT_FOR_ROWS = `DO $$
BEGIN
	WHILE NOT EXISTS (
		SELECT FROM pg_stat_activity
		WHERE state <> 'idle' AND query ILIKE 'INSERT INTO "data_table_user_%'
	) LOOP
		IF clock_timestamp() > now() + interval '10 minutes' THEN
			RAISE EXCEPTION 'nobody wrote rows into a Data Table';
		END IF;
		PERFORM pg_sleep(0.005);
		PERFORM pg_stat_clear_snapshot();
	END LOOP;
END $$`;

/** Lets each new row of every Data Table that is there take so long, as on a slow or busy disk. */
export function slowRows(ms: number): string {
	return `
CREATE OR REPLACE FUNCTION slow_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_sleep(${ms / 1000});
	RETURN NEW;
END $$;
DO $$
DECLARE name text;
BEGIN
	FOR name IN SELECT tablename FROM pg_tables WHERE tablename LIKE 'data_table_user_%' LOOP
		EXECUTE format('CREATE OR REPLACE TRIGGER slow BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION slow_row()', name);
	END LOOP;
END $$`;
}
