//! Which class each table has, and the triggers that follow from it.
//!
//! Every table stands in [`TABLES`]. The book itself holds short triggers that let only this program write to an audited
//! table, and only in an act (`triggers`). All others belong to a connection that writes (`log_here`), because whoever
//! opens the book would have to parse them before the first screen: what a row held before and after is written into
//! `change`, what nobody may change is kept, and the derived tables follow. Insert and delete log the row without its
//! blanks, an update the columns that changed as `[before, after]`. Columns named `rev` and the derived ones are never
//! logged.

use super::{Act, Reader, Result, Series, door};
use crate::domain::user::Role;
use rusqlite::Connection;

/// What happens to the rows of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The log itself and what identifies the book.
    Ground,
    /// Every change is logged, undone, and covered by the chain.
    Audited,
    /// Kept from other tables by triggers; never logged.
    Derived,
    /// Belongs to this machine: drafts, settings.
    Local,
    /// Never logged, never shown.
    Secret,
}

/// The record whose history a row belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// The row itself.
    Own,
    /// The row of `table` that `column` names; the row itself when the column is blank.
    Of {
        /// Table of the root.
        table: &'static str,
        /// Column that holds its id.
        column: &'static str,
    },
    /// The row that the columns `owner_tbl` and `owner_id` name.
    Beside,
}

/// One table of the book.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What happens to its rows.
    pub class: Class,
    /// Whose history its rows belong to.
    pub root: Root,
    /// Columns that follow from the others.
    pub derived: &'static [&'static str],
    /// The series whose numbers its column `number` holds: losing one leaves a void.
    pub number: Option<Series>,
    /// Who may read it; empty when everybody may.
    pub readers: &'static [Role],
    /// Brings derived columns up to date after an undo and checks the rules of the domain.
    pub settle: Option<fn(&Act, i64) -> Result<()>>,
    /// Names the rows whose derived columns do not follow from the others.
    pub stale: Option<Stale>,
    /// Whether its rows are only ever added, and the columns that are never changed; none is all.
    only_added: Option<&'static str>,
    /// What of its rows cannot be changed any more once the minutes of their meeting are frozen.
    frozen: Option<Frozen>,
    /// What of its rows cannot be changed any more once others rest on it.
    fixed: Option<Fixed>,
}

/// What of the rows of a table is fixed.
#[derive(Clone, Copy, Debug)]
struct Fixed {
    /// The columns, separated by commas.
    columns: &'static str,
    /// The rows that rest on the row `OLD`, as SQL.
    once: &'static str,
    /// What the user is told: the key of its text.
    text_id: &'static str,
}

/// What of the rows of a table is frozen with the minutes of a meeting.
#[derive(Clone, Copy, Debug)]
struct Frozen {
    /// The column that names the meeting.
    meeting: &'static str,
    /// The columns that are frozen, separated by commas; none is all, and that rows come and go.
    columns: &'static str,
    /// States in which they are, as SQL.
    states: &'static str,
}

/// Names rows one by one.
pub type Stale = fn(&Reader, &mut dyn FnMut(i64)) -> Result<()>;

const fn table(name: &'static str, class: Class) -> Table {
    let root = Root::Own;
    Table {
        name,
        class,
        root,
        derived: &[],
        number: None,
        readers: &[],
        settle: None,
        stale: None,
        frozen: None,
        fixed: None,
        only_added: None,
    }
}

/// A table whose rows belong to the history of a member.
const fn of_member(name: &'static str) -> Table {
    Table { root: Root::Of { table: "member", column: "member_id" }, ..table(name, Class::Audited) }
}

/// A table whose rows belong to the history of a meeting.
const fn of_meeting(name: &'static str) -> Table {
    Table { root: Root::Of { table: "meeting", column: "meeting_id" }, ..table(name, Class::Audited) }
}

/// A table whose rows belong to a meeting and stand in its minutes.
const fn in_minutes(name: &'static str, columns: &'static str) -> Table {
    let frozen = Frozen { meeting: "meeting_id", columns, states: "'to_sign','signed'" };
    Table { frozen: Some(frozen), ..of_meeting(name) }
}

/// A table of things with a name, which is kept folded beside it.
const fn named(name: &'static str, settle: fn(&Act, i64) -> Result<()>, stale: Stale) -> Table {
    Table { derived: &["name_key"], settle: Some(settle), stale: Some(stale), ..table(name, Class::Audited) }
}

/// A table whose rows belong to the history of a row of another.
const fn of(table_of: &'static str, column: &'static str, name: &'static str) -> Table {
    Table { root: Root::Of { table: table_of, column }, ..table(name, Class::Audited) }
}

/// All tables.
pub static TABLES: &[Table] = &[
    table("book", Class::Ground),
    table("sequence", Class::Ground),
    table("act", Class::Ground),
    table("change", Class::Ground),
    table("coop", Class::Audited),
    Table { settle: Some(super::user::settle), ..table("user", Class::Audited) },
    table("user_pin", Class::Secret),
    named(
        "site",
        |act, id| super::site::settle(act, "site", id),
        |reader, found| super::site::stale(reader, "site", found),
    ),
    Table {
        derived: &["search_key", "words_key", "village_key", "id_key", "card_until_key"],
        number: Some(Series::Member),
        settle: Some(super::member::settle),
        stale: Some(super::member::stale),
        ..table("member", Class::Audited)
    },
    of_member("member_status"),
    of_member("number_void"),
    named(
        "team",
        |act, id| super::site::settle(act, "team", id),
        |reader, found| super::site::stale(reader, "team", found),
    ),
    named(
        "household",
        |act, id| super::site::settle(act, "household", id),
        |reader, found| super::site::stale(reader, "household", found),
    ),
    of_member("card"),
    of_member("kin"),
    of_member("consent"),
    of_member("placement"),
    of_member("procedure"),
    of_member("procedure_step"),
    Table { root: Root::Beside, ..table("note", Class::Audited) },
    Table { root: Root::Beside, ..table("file", Class::Audited) },
    of_member("member_merge"),
    of_member("distinct_pair"),
    named(
        "organ",
        |act, id| super::site::settle(act, "organ", id),
        |reader, found| super::site::stale(reader, "organ", found),
    ),
    of_member("mandate"),
    table("bylaw", Class::Audited),
    Table {
        frozen: Some(Frozen {
            meeting: "id",
            columns: "organ_id,kind,title,held_on,time,place,chair,secretary,tellers,opened_at,closed_at,eligible,quorum,number",
            states: "'to_sign','signed'",
        }),
        ..table("meeting", Class::Audited)
    },
    in_minutes("agenda_item", ""),
    // two records of one person may become one at any time: the names of the day stay
    in_minutes(
        "attendance",
        "meeting_id,rank,number,name,sex,state,arrived_at,left_at,holder_id,proxy,added,fine_minor,fine_currency",
    ),
    in_minutes("guest", ""),
    in_minutes("motion", ""),
    in_minutes("conflict", "meeting_id,motion_id,name,reason"),
    in_minutes("action", "meeting_id,item_id,what,who,due_on"),
    of_meeting("minutes_version"),
    of_meeting("correction"),
    table("meeting_word", Class::Derived),
    table("meeting_word_data", Class::Derived),
    table("meeting_word_idx", Class::Derived),
    table("meeting_word_docsize", Class::Derived),
    table("meeting_word_config", Class::Derived),
    Table {
        derived: &["name_key"],
        settle: Some(super::account::settle),
        stale: Some(super::account::stale),
        fixed: Some(Fixed {
            columns: "kind,currency",
            once: "SELECT 1 FROM posting WHERE account_id=OLD.id",
            text_id: "err-account-fixed",
        }),
        ..table("account", Class::Audited)
    },
    named(
        "fund",
        |act, id| super::site::settle(act, "fund", id),
        |reader, found| super::site::stale(reader, "fund", found),
    ),
    Table { only_added: Some(""), ..table("journal_entry", Class::Audited) },
    // two records of one person may become one at any time: only whose they are changes
    Table {
        only_added: Some("entry_id,account_id,booked_on,currency,minor,fund_id,due_id"),
        ..of("journal_entry", "entry_id", "posting")
    },
    named(
        "schedule",
        |act, id| super::site::settle(act, "schedule", id),
        |reader, found| super::site::stale(reader, "schedule", found),
    ),
    Table { derived: &["open_minor"], stale: Some(super::due::stale), ..of_member("due") },
    Table {
        only_added: Some("moved_on,kind,count,nominal_minor,currency,deed,decision,notified_on,note,entry_id"),
        ..of_member("share_move")
    },
    named(
        "pad",
        |act, id| super::site::settle(act, "pad", id),
        |reader, found| super::site::stale(reader, "pad", found),
    ),
    table("receipt", Class::Audited),
    Table { settle: Some(super::batch::settle), ..table("batch", Class::Audited) },
    Table {
        fixed: Some(Fixed {
            columns: "payee,payee_id,purpose,minor,currency,account_id,against_id,fund_id,decision,evidence,needed",
            once: "SELECT 1 FROM approval WHERE voucher_id=OLD.id",
            text_id: "err-slip-signed",
        }),
        ..table("voucher", Class::Audited)
    },
    of("voucher", "voucher_id", "approval"),
    of("account", "account_id", "signing_power"),
    table("transfer", Class::Audited),
    table("cash_count", Class::Audited),
    table("period_close", Class::Audited),
    Table {
        fixed: Some(Fixed {
            columns: "share_minor,share_currency,account_id,fund_id,social_fund_id",
            // what was taken back rests on nothing
            once: "SELECT 1 FROM saving WHERE cycle_id=OLD.id GROUP BY member_id
                HAVING sum(shares)<>0 OR sum(social_minor)<>0 UNION ALL SELECT 1 FROM loan l WHERE cycle_id=OLD.id
                AND NOT EXISTS(SELECT 1 FROM journal_entry WHERE reverses=l.entry_id)",
            text_id: "err-savings-fixed",
        }),
        ..named("cycle", super::savings::settle, |reader, found| super::site::stale(reader, "cycle", found))
    },
    Table { only_added: Some("cycle_id,met_on,shares,social_minor,entry_id"), ..of("cycle", "cycle_id", "saving") },
    of("cycle", "cycle_id", "loan"),
    table("account_total", Class::Derived),
    table("member_account", Class::Derived),
    table("contribution_total", Class::Derived),
    table("member_total", Class::Derived),
    table("place_total", Class::Derived),
    Table {
        settle: Some(super::member::settle),
        stale: Some(super::member_like::stale),
        ..table("member_like", Class::Derived)
    },
    table("member_word", Class::Derived),
    table("member_word_data", Class::Derived),
    table("member_word_idx", Class::Derived),
    table("member_word_config", Class::Derived),
    table("draft", Class::Local),
    table("preference", Class::Local),
];

/// Triggers that keep the derived tables, of one connection.
const DERIVED: &str = include_str!("../../data/schema/derived.sql");

/// What the book says to a change of minutes that are frozen.
const FROZEN: &str = "ushirika: these minutes are frozen";

/// What the book says to a change of what is only ever added.
const ONLY_ADDED: &str = "ushirika: what is in the ledger is never changed, only reversed";

/// What the book says to an entry in a month that is closed.
const CLOSED: &str = "ushirika: this month is closed";

/// Whether the month of an entry is closed. What closes a year counts on its last day, whose month is closed by then.
const IS_CLOSED: &str =
    "NEW.kind<>'year_end' AND NEW.booked_on<=(SELECT max(last_on) FROM period_close WHERE reopened_on IS NULL)";

/// The table of that name, if it is audited.
pub fn audited(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|t| t.class == Class::Audited && t.name == name)
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
impl Eq for Table {}

/// The columns that a table really has.
#[derive(Debug)]
pub(super) struct Layout {
    /// The logged ones, in the order of the table.
    pub columns: Vec<String>,
    /// Those that may not be blank and have a default, with its SQL: what a row holds that is older than the column.
    pub defaults: Vec<(String, String)>,
    /// Whether changes of a row are counted.
    pub has_rev: bool,
    /// The statement that gives a row's image while it belongs to a root.
    pub live: String,
}

impl Layout {
    pub fn read(conn: &Connection, table: &Table) -> Result<Self> {
        let mut statement =
            conn.prepare("SELECT name, \"notnull\", dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
        let mut rows = statement.query([table.name])?;
        let mut layout = Self { columns: Vec::new(), defaults: Vec::new(), has_rev: false, live: String::new() };
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            if name == "rev" {
                layout.has_rev = true;
            } else if name != "id" && !table.derived.contains(&name.as_str()) {
                if let (true, Some(default)) = (row.get(1)?, row.get(2)?) {
                    layout.defaults.push((name.clone(), default));
                }
                layout.columns.push(name);
            }
        }
        let (root, id) = table.root_sql("");
        layout.live =
            format!("SELECT {} FROM {} WHERE id = ?1 AND ({root},{id}) IS (?2,?3)", layout.image(""), table.name);
        Ok(layout)
    }

    /// The SQL of a row's image: a JSON object of its columns without the blank ones.
    pub fn image(&self, row: &str) -> String {
        // a blank makes its member blank, which `concat` leaves out; a fifth of what json_patch costs that does the same
        let quoted = |c: &String| format!("',\"{c}\":'||iif({row}{c} IS NULL,NULL,json_quote({row}{c}))");
        object(self.columns.iter().map(quoted))
    }
}

/// The SQL of a JSON object of members, each with a comma before it.
fn object(members: impl Iterator<Item = String>) -> String {
    format!("'{{'||substr(concat({}),2)||'}}'", members.collect::<Vec<_>>().join(","))
}

impl Table {
    /// The SQL of a row's root: table and id.
    pub(super) fn root_sql(&self, row: &str) -> (String, String) {
        let name = self.name;
        match self.root {
            Root::Own => (format!("'{name}'"), format!("{row}id")),
            Root::Of { table, column } => {
                (format!("iif({row}{column} IS NULL,'{name}','{table}')"), format!("ifnull({row}{column},{row}id)"))
            }
            Root::Beside => (format!("{row}owner_tbl"), format!("{row}owner_id")),
        }
    }

    /// The SQL of whether an update takes a row from one root to another; `None` when it never does.
    fn moved_sql(&self) -> Option<String> {
        match self.root {
            Root::Own => None,
            Root::Of { column, .. } => Some(format!("OLD.{column} IS NOT NEW.{column}")),
            Root::Beside => Some("(OLD.owner_tbl,OLD.owner_id) IS NOT (NEW.owner_tbl,NEW.owner_id)".to_owned()),
        }
    }

    /// The short triggers, in the book: no write by other programs, none without an act. As short as can be: each costs
    /// every start seventeen thousand instructions.
    fn guards(&self) -> [String; 3] {
        let name = self.name;
        ["insert", "update", "delete"].map(|verb| {
            format!("CREATE TRIGGER {name}_guard_{verb} BEFORE {verb} ON {name} BEGIN SELECT {}();END", door::NAME)
        })
    }

    /// The triggers, of one connection, that keep what is only ever added, whatever an act or an undo wants.
    fn never(&self) -> Option<String> {
        let (name, columns) = (self.name, self.only_added?);
        let never = |verb: &str, on: &str| keeper(name, &format!("never_{verb}"), on, "TRUE", ONLY_ADDED);
        let update = if columns.is_empty() { "update".to_owned() } else { format!("update OF {columns}") };
        Some(never("update", &update) + &never("delete", "delete"))
    }

    /// The same for what minutes say once they are frozen.
    fn frozen(&self) -> Option<String> {
        let (name, Frozen { meeting, columns, states }) = (self.name, self.frozen?);
        let trigger = |verb: &str, row: &str| {
            let once = format!("(SELECT state FROM meeting WHERE id={row}.{meeting}) IN ({states})");
            keeper(name, &format!("frozen_{}", &verb[..6]), verb, &once, FROZEN)
        };
        let update = if columns.is_empty() { "update".to_owned() } else { format!("update OF {columns}") };
        let insert = if meeting == "id" { String::new() } else { trigger("insert", "NEW") };
        Some(trigger(&update, "OLD") + &trigger("delete", "OLD") + &insert)
    }

    /// The same for what others rest on.
    fn fixed(&self) -> Option<String> {
        let (name, Fixed { columns, once, text_id }) = (self.name, self.fixed?);
        let [old, new] = ["OLD.", "NEW."].map(|row| format!("{row}{}", columns.replace(',', &format!(",{row}"))));
        let once = format!("({old}) IS NOT ({new}) AND EXISTS({once})");
        Some(keeper(name, "fixed", &format!("update OF {columns}"), &once, text_id))
    }

    /// The long triggers, of one connection: every change is logged. A row that goes from one root to another leaves the
    /// history of the one and enters that of the other.
    fn loggers(&self, conn: &Connection) -> Result<String> {
        let name = self.name;
        let layout = Layout::read(conn, self)?;
        let trigger = |kind: &str, on: &str, body: &str| {
            format!("CREATE TEMP TRIGGER {name}_log_{kind} AFTER {on} BEGIN {body};END;")
        };
        let on = |verb: &str| format!("{verb} ON main.{name}");
        let log = |row: &str, op: &str| {
            let (root, id) = self.root_sql(row);
            let to = "INSERT INTO change(act_id,tbl,record_id,root_tbl,root_id,op,image)";
            (to, format!("{OPEN},'{name}',{row}id,{root},{id},'{op}'"))
        };
        let whole = |row: &str, op: &str| {
            let (to, what) = log(row, op);
            format!("{to}VALUES({what},{})", layout.image(row))
        };
        let (to, what) = log("NEW.", "u");
        let pair = |c: &String| format!("iif(OLD.{c} IS NEW.{c},NULL,',\"{c}\":'||json_array(OLD.{c},NEW.{c}))");
        let differences = object(layout.columns.iter().map(pair));
        // an update that changes nothing that is logged leaves no entry
        let differing = format!("{to} SELECT {what},i FROM(SELECT {differences} i)WHERE i<>'{{}}'");
        let (stays, moves) = match self.moved_sql() {
            None => (on("update"), String::new()),
            Some(moved) => {
                let both = format!("{};{}", whole("OLD.", "d"), whole("NEW.", "i"));
                let on = on("update");
                (format!("{on} WHEN NOT ({moved})"), trigger("move", &format!("{on} WHEN {moved}"), &both))
            }
        };
        Ok([
            trigger("insert", &on("insert"), &whole("NEW.", "i")),
            trigger("update", &stays, &differing),
            moves,
            trigger("delete", &on("delete"), &whole("OLD.", "d")),
        ]
        .concat())
    }
}

/// The act that is open.
const OPEN: &str = "(SELECT id FROM act WHERE hash IS NULL)";

fn all_audited() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().filter(|table| table.class == Class::Audited)
}

/// A trigger, of one connection, that refuses what would change what is kept.
fn keeper(table: &str, name: &str, on: &str, when: &str, says: &str) -> String {
    format!(
        "CREATE TEMP TRIGGER {table}_{name} BEFORE {on} ON main.{table} WHEN {when} BEGIN SELECT RAISE(ABORT,'{says}');END;"
    )
}

/// Every trigger a book must have, as `SQLite` keeps it.
pub(super) fn triggers() -> impl Iterator<Item = String> {
    all_audited().flat_map(Table::guards)
}

/// From here on this connection logs what it changes, keeps the derived tables and what nobody may change, until it closes.
pub(super) fn log_here(conn: &Connection) -> Result<()> {
    conn.execute_batch(DERIVED)?;
    conn.execute_batch(&keeper("meeting", "signed", "update", "OLD.state='signed'", FROZEN))?;
    conn.execute_batch(&keeper("journal_entry", "closed", "insert", IS_CLOSED, CLOSED))?;
    all_audited().try_for_each(|table| {
        let kept = [table.never(), table.frozen(), table.fixed()].into_iter().flatten().collect::<String>();
        Ok(conn.execute_batch(&(kept + &table.loggers(conn)?))?)
    })
}

/// What the user is told when a trigger refuses, by what the trigger says: the key of its text.
pub(super) fn refusal(said: &str) -> Option<&'static str> {
    let mut fixed = all_audited().filter_map(|table| table.fixed).map(|fixed| fixed.text_id);
    if said.contains(FROZEN) { Some("err-minutes-frozen") } else { fixed.find(|id| said.contains(id)) }
}

/// Drops every trigger and makes them anew.
pub(super) fn make_triggers(conn: &Connection) -> Result<()> {
    drop_triggers(conn)?;
    triggers().try_for_each(|sql| Ok(conn.execute_batch(&sql)?))
}

/// Drops every trigger.
pub(super) fn drop_triggers(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    for name in names {
        conn.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rusqlite::params;
    use serde_json::{Map, Value};

    proptest! {
        #[test]
        fn an_image_is_a_json_object_of_what_is_there(
            text in prop::option::of("\\PC{0,12}|[\\x01-\\x1f\"\\\\]{0,6}"), count: Option<i64>, more in prop::option::of("[a-zé]{0,3}"),
        ) {
            let conn = Connection::open_in_memory().unwrap();
            conn.execute_batch("CREATE TABLE t (id INTEGER PRIMARY KEY, rev INTEGER, a TEXT, b INTEGER, c TEXT)").unwrap();
            conn.execute("INSERT INTO t VALUES (1, 1, ?1, ?2, ?3)", params![text, count, more]).unwrap();
            let layout = Layout::read(&conn, &table("t", Class::Audited)).unwrap();
            let image: String = conn.query_row(&layout.live, params![1, "t", 1], |row| row.get(0)).unwrap();
            let mut wanted = Map::new();
            let values = [("a", text.map(Value::from)), ("b", count.map(Value::from)), ("c", more.map(Value::from))];
            wanted.extend(values.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            prop_assert_eq!(serde_json::from_str::<Value>(&image).unwrap(), Value::Object(wanted));
        }
    }
}
