//! The command line as a shell sees it: exit codes, what stands on which stream, shapes of JSON, both languages.

use assert_cmd::assert::Assert;
use serde_json::Value;
use std::{fs, path::PathBuf, process::Stdio};
use tempfile::TempDir;

/// A folder with a home of its own; every command runs there.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// With the made-up cooperative in `coop.ushirika`.
    fn with_demo(members: usize) -> Self {
        let place = Self::new();
        let members = members.to_string();
        place.run(&["demo", "--members", &members, "--date", "2026-11-23", "--out", "coop.ushirika"]).code(0);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        fs::write(self.path(name), text).unwrap();
        name.to_owned()
    }

    fn command(&self) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_ushirika"));
        command
            .current_dir(self.0.path())
            .env_clear()
            .env("HOME", self.0.path())
            .env("LANG", "en_US.UTF-8")
            .env("USHIRIKA_FILE", self.path("coop.ushirika"))
            .env("TMPDIR", self.0.path());
        command
    }

    fn run(&self, args: &[&str]) -> Assert {
        self.command().args(args).assert()
    }

    /// What a command that succeeds prints.
    fn out(&self, args: &[&str]) -> String {
        text(&self.run(args).code(0).get_output().stdout)
    }

    /// One JSON document and nothing else.
    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.out(args)).expect("one JSON document")
    }

    /// What a command that fails says, and nothing on standard output.
    fn refused(&self, args: &[&str], code: i32) -> String {
        let assert = self.run(args).code(code);
        assert_eq!(text(&assert.get_output().stdout), "", "{args:?}");
        text(&assert.get_output().stderr)
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path("coop.ushirika")).unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
}

#[test]
fn help_speaks_the_language_that_is_asked_for() {
    let place = Place::new();
    has(&place.out(&["--help"]), &["Usage: ushirika", "Commands:", "import", "made-up cooperative", "--file <PATH>"]);
    has(&place.out(&["--lang", "fr", "--help"]), &["Utilisation : ushirika", "Commandes\u{a0}:", "--file <CHEMIN>"]);
    has(&place.out(&["--lang=fr", "import", "members", "-h"]), &["Lire une liste de membres", "--dry-run", "FICHIER"]);
    let french = place.command().env("LANG", "fr_CD.UTF-8").args(["restore", "--help"]).assert().code(0);
    has(&text(&french.get_output().stdout), &["Mettre une copie"]);
    has(&place.out(&["--version"]), &["ushirika 0."]);
    // an English word left in a French help would be one of clap's own
    for args in [&["--help"][..], &["demo", "--help"], &["user", "add", "--help"], &["log", "--help"]] {
        let help = place.out(&[&["--lang", "fr"], args].concat());
        for word in ["Usage:", "Print", "default", "possible", "Commands"] {
            assert!(!help.contains(word), "{word} in {help}");
        }
    }
}

#[test]
fn a_wrong_command_line_is_2_and_says_so_in_words() {
    let place = Place::new();
    has(&place.refused(&["exprot"], 2), &["There is no command \"exprot\"", "export"]);
    has(&place.refused(&["export"], 2), &["A command is missing"]);
    has(&place.refused(&["check", "--jsn"], 2), &["\"--jsn\"", "--json"]);
    has(&place.refused(&["--lang", "fr", "check", "--jsn"], 2), &["Il n’y a pas ici d’option", "--json"]);
    has(&place.refused(&["--lang", "fr", "restore"], 2), &["Il manque quelque chose", "FICHIER"]);
    has(&place.refused(&["demo", "--members", "many"], 2), &["\"many\"", "--members"]);
    has(&place.refused(&["init", "--name", "X", "--country", "XX", "--form", "other"], 2), &["\"XX\"", "CD"]);
    has(&place.refused(&["demo", "--date", "30/02/2026", "--out", "x"], 2), &["--date"]);
    has(&place.refused(&["log", "--since", "x"], 2), &["--since"]);
    has(&place.refused(&["completions", "tcsh"], 2), &["bash"]);
}

#[test]
fn a_book_that_is_missing_or_no_book_is_3() {
    let place = Place::new();
    for args in [&["check"][..], &["log"], &["export", "members"], &["user", "list"], &["backup"]] {
        has(&place.refused(args, 3), &["coop.ushirika"]);
    }
    assert!(!place.path("coop.ushirika").exists(), "looking makes nothing");
    place.write("coop.ushirika", "surname,given_name\nKabeya,Éléonore\n");
    has(&place.refused(&["check"], 3), &["coop.ushirika"]);
    has(&place.refused(&["--lang", "fr", "export", "members"], 3), &["coop.ushirika"]);
}

#[test]
fn the_file_is_the_option_then_the_variable_then_the_data_folder() {
    let place = Place::new();
    let init = ["init", "--name", "Coop", "--country", "CD", "--form", "scoops"];
    place.command().env_remove("USHIRIKA_FILE").args(init).assert().code(0);
    assert!(place.path(".local/share/ushirika/book.ushirika").exists());
    place.run(&init).code(0);
    place.run(&[&["--file", "third.ushirika"], &init[..]].concat()).code(0);
    assert!(place.path("coop.ushirika").exists() && place.path("third.ushirika").exists());
}

#[test]
fn init_begins_a_book_that_is_whole_and_never_over_another() {
    let place = Place::new();
    let args =
        ["init", "--name", "Coop Élan", "--country", "sl", "--form", "other", "--currency", "SLE", "--also", "USD"];
    has(&place.out(&args), &["Coop Élan", "administrator"]);
    let before = place.bytes();
    has(&place.refused(&args, 1), &["coop.ushirika"]);
    assert_eq!(place.bytes(), before);
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
    let users = place.json(&["user", "list", "--json"]);
    assert_eq!(users.as_array().unwrap().len(), 1);
    assert_eq!(users[0]["roles"], serde_json::json!(["admin"]));
    let wrong = ["--file", "x", "init", "--name", " ", "--country", "CD", "--form", "other"];
    place.refused(&wrong, 1);
    has(
        &place.refused(
            &["--file", "x", "init", "--name", "A", "--country", "CD", "--form", "other", "--currency", "ZZZ"],
            1,
        ),
        &["ZZZ", "CDF"],
    );
    assert!(!place.path("x").exists());
}

#[test]
fn demo_writes_a_book_that_is_whole_and_never_over_another() {
    let place = Place::with_demo(184);
    let before = place.bytes();
    has(&place.refused(&["demo", "--out", "coop.ushirika"], 1), &["coop.ushirika"]);
    assert_eq!(place.bytes(), before);
    let check = place.json(&["check", "--json"]);
    assert_eq!((&check["ok"], &check["sqlite"], &check["chain"]), (&true.into(), &"ok".into(), &"ok".into()));
    assert_eq!(check["head"].as_str().unwrap().split(' ').count(), 4);
    let members = place.json(&["export", "members", "--format", "json"]);
    assert_eq!(members.as_array().unwrap().len(), 184);
    has(&place.out(&["demo", "--country", "SL", "--members", "9", "--out", "sl.ushirika"]), &["Kono", "9 people"]);
    has(
        &place.out(&["--lang", "fr", "demo", "--members", "9", "--out", "fr.ushirika"]),
        &["Mbongu Mboka", "9 personnes"],
    );
    has(&place.refused(&["demo", "--members", "2000000", "--out", "y"], 2), &["1,000,000"]);
    assert!(!place.path("y").exists());
}

#[test]
fn the_same_seed_gives_the_same_register() {
    let place = Place::with_demo(50);
    let args = ["demo", "--members", "50", "--date", "23/11/2026", "--out"];
    place.run(&[&args[..], &["again.ushirika"]].concat()).code(0);
    place.run(&[&args[..], &["other.ushirika", "--seed", "2"]].concat()).code(0);
    let export = |file: &str| place.out(&["--file", file, "export", "members"]);
    assert_eq!(export("coop.ushirika"), export("again.ushirika"));
    assert_ne!(export("coop.ushirika"), export("other.ushirika"));
}

/// Two new people, one refused row, one that looks like the first.
const LIST: &str = "Nom;Post-nom;Prénom;Sexe;Né le;Téléphone;Village
Kabeya;Ngoyi;Éléonore;F;31/05/1993;0812345678;Luamuela
Tshibangu;;Paul;M;33/05/1990;;
;;Jean;M;1980;;
KABEYA;ngoyi;eleonore;F;1993;;Luamuela
Mbuyi;Kalala;Grâce;M;~1980;0990000001;Boya
";

#[test]
fn a_dry_run_shows_everything_and_writes_nothing() {
    let place = Place::with_demo(40);
    let before = place.bytes();
    let list = place.write("list.csv", LIST);
    let plan = place.json(&["import", "members", &list, "--dry-run", "--json"]);
    assert_eq!(
        (&plan["new"], &plan["changed"], &plan["same"], &plan["errors"]),
        (&3.into(), &0.into(), &0.into(), &2.into())
    );
    let rows = plan["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 5);
    assert_eq!((&rows[0]["row"], &rows[0]["outcome"]), (&2.into(), &"new".into()));
    assert_eq!(rows[0]["fields"]["given_name"], "Éléonore");
    assert_eq!(rows[0]["fields"]["phone"], "+243812345678");
    assert_eq!(rows[1]["outcome"], "refused");
    assert_eq!(rows[1]["issues"][0]["field"], "birth");
    assert_eq!(rows[1]["issues"][0]["code"], "err-day-none");
    assert!(rows[1]["issues"][0]["message"].as_str().unwrap().contains("33"));
    let twice = &plan["duplicates"][0];
    assert_eq!((&twice["row"], &twice["with_row"], &twice["with_member"]), (&5.into(), &2.into(), &Value::Null));
    assert!(twice["score"].as_i64().unwrap() >= 30);
    assert!(twice["why"].as_array().unwrap().contains(&"name".into()));
    has(&place.out(&["import", "members", &list, "--dry-run"]), &["row 3", "Birth", "33"]);
    has(&place.out(&["--lang", "fr", "import", "members", &list, "--dry-run"]), &["ligne 3", "33"]);
    assert_eq!(place.bytes(), before);
}

#[test]
fn an_import_is_whole_or_not_at_all() {
    let place = Place::with_demo(40);
    let list = place.write("list.csv", LIST);
    let acts = |place: &Place| place.json(&["log", "--json"]).as_array().unwrap().len();
    let before = acts(&place);
    has(&place.refused(&["import", "members", &list], 1), &["2 rows are refused", "--skip-refused", "row 3", "row 4"]);
    has(&place.refused(&["--lang", "fr", "import", "members", &list], 1), &["2 lignes sont refusées"]);
    assert_eq!(acts(&place), before);
    has(&place.out(&["import", "members", &list, "--skip-refused"]), &["3 new", "2 refused"]);
    assert_eq!(acts(&place), before + 1);
    let members = place.json(&["export", "members", "--format", "json"]);
    let members = members.as_array().unwrap();
    let new: Vec<&Value> = members.iter().filter(|m| m["village"] == "Luamuela" && m["post_name"] == "Ngoyi").collect();
    assert!(new.iter().any(|m| m["status"] == "active" && m["number"].is_i64() && m["given_name"] == "Éléonore"));
    // who stands in the list once is known when it comes again
    let plan = place.json(&["import", "members", &list, "--dry-run", "--json"]);
    assert_eq!(plan["rows"][4]["outcome"], "same");
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
}

#[test]
fn what_was_exported_can_be_imported_and_changes_nothing() {
    // small enough that nobody stands there twice
    let place = Place::with_demo(39);
    assert!(place.out(&["export", "members", "--out", "out.csv"]).contains("39 members: out.csv"));
    assert_eq!(place.out(&["export", "members", "--out", "-"]), fs::read_to_string(place.path("out.csv")).unwrap());
    let plan = place.json(&["import", "members", "out.csv", "--dry-run", "--json"]);
    assert_eq!((&plan["new"], &plan["changed"], &plan["errors"]), (&0.into(), &0.into(), &0.into()), "{plan:#}");
    has(&place.out(&["import", "members", "out.csv"]), &["39 rows are the same"]);
    // a workbook says the same, by the ending of its name or by an option
    assert!(place.out(&["export", "members", "--out", "out.xlsx"]).contains("39 members: out.xlsx"));
    let written =
        place.run(&["export", "members", "--format", "xlsx", "--out", "-"]).code(0).get_output().stdout.clone();
    assert_eq!(written, fs::read(place.path("out.xlsx")).unwrap());
    has(&place.out(&["import", "members", "out.xlsx"]), &["39 rows are the same"]);
    // and into an empty book it makes the same people
    place.run(&["--file", "new.ushirika", "init", "--name", "New", "--country", "CD", "--form", "scoops"]).code(0);
    place.run(&["--file", "new.ushirika", "import", "members", "out.csv"]).code(0);
    let mut again = place.json(&["--file", "new.ushirika", "export", "members", "--format", "json"]);
    let mut first = place.json(&["export", "members", "--format", "json"]);
    for member in again.as_array_mut().unwrap().iter_mut().chain(first.as_array_mut().unwrap()) {
        // where the old register gave no number, the one of the file is kept as such
        member.as_object_mut().unwrap().remove("former_number");
    }
    assert_eq!(again, first);
}

#[test]
fn a_mapping_says_what_the_columns_mean() {
    let place = Place::with_demo(10);
    let list = place.write("list.csv", "Liste de 2025\nA,B,C\nKabeya,12/31/1990,Boya\n");
    let map = place.write(
        "map.toml",
        "header_row = 2\ndate = \"mdy\"\n[columns]\nA = \"surname\"\nB = \"birth\"\nC = \"village\"\n",
    );
    let plan = place.json(&["import", "members", &list, "--map", &map, "--dry-run", "--json"]);
    assert_eq!(plan["new"], 1, "{plan:#}");
    assert_eq!(plan["rows"][0]["fields"]["birth"], "1990-12-31");
    let nothing = place.write("nothing.csv", "A,B\n1,2\n3,4\n");
    has(&place.refused(&["import", "members", &nothing], 1), &["surname", "--map"]);
    place.run(&["import", "members", &nothing, "--dry-run", "--json"]).code(0);
    for bad in ["header_row = \"x\"", "[columns]\nA = \"nothing\"", "= ="] {
        let map = place.write("bad.toml", bad);
        place.refused(&["import", "members", &list, "--map", &map, "--dry-run"], 1);
    }
}

#[test]
fn applicants_stay_applicants() {
    let place = Place::with_demo(10);
    let list = place.write("list.csv", "Nom,Prénom\nZuzi,Paul\n");
    place.run(&["import", "members", &list, "--as", "applicants"]).code(0);
    let members = place.json(&["export", "members", "--format", "json"]);
    let zuzi = members.as_array().unwrap().iter().find(|m| m["surname"] == "Zuzi").unwrap();
    assert_eq!((&zuzi["status"], &zuzi["number"]), (&"applicant".into(), &Value::Null));
}

#[test]
fn files_that_are_no_lists_are_refused_with_a_sentence() {
    let place = Place::with_demo(10);
    let before = place.bytes();
    place.write("empty.csv", "");
    fs::write(place.path("broken.xlsx"), b"PK\x03\x04 no workbook").unwrap();
    fs::write(place.path("noise.csv"), (0..=255u8).cycle().take(4000).collect::<Vec<_>>()).unwrap();
    for file in ["empty.csv", "broken.xlsx", "noise.csv", "missing.csv", "."] {
        let said = place.refused(&["import", "members", file], 1);
        assert!(said.starts_with("ushirika: ") && said.len() > 20, "{file}: {said}");
        let shown = said.chars().all(|c| !c.is_control() || c == '\n');
        assert!(shown, "{said:?}");
    }
    let list = place.write("list.csv", "Nom\nA\n");
    has(&place.refused(&["import", "members", &list, "--sheet", "Feuille 9"], 1), &["Feuille 9"]);
    assert_eq!(place.bytes(), before);
}

#[test]
fn the_log_names_who_changed_what() {
    let place = Place::with_demo(10);
    let list = place.write("list.csv", "Nom,Prénom\nZuzi,Paul\n");
    place.run(&["import", "members", &list]).code(0);
    let log = place.json(&["log", "--json"]);
    let acts = log.as_array().unwrap();
    let commands: Vec<&str> = acts.iter().map(|a| a["command"].as_str().unwrap()).collect();
    assert_eq!(commands.first(), Some(&"book.create"));
    assert_eq!(commands.last(), Some(&"member.import"));
    let import = acts.last().unwrap();
    let keys: Vec<&String> = import.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["act", "at", "user", "command", "undoes", "hash", "changes"]);
    assert_eq!(import["undoes"], Value::Null);
    assert_eq!(import["hash"].as_str().unwrap().len(), 64);
    let change = import["changes"].as_array().unwrap().iter().find(|c| c["table"] == "member").unwrap();
    assert_eq!((&change["before"], &change["after"]["surname"]), (&Value::Null, &"Zuzi".into()));
    assert!(place.out(&["log"]).lines().count() >= acts.len());
    // the book was begun on the day of the demonstration, the list came today
    let since = place.json(&["log", "--json", "--since", "2100-01-01"]);
    assert_eq!(since, serde_json::json!([]));
    assert_eq!(place.json(&["log", "--json", "--since", "2000-01-01"]), log);
}

#[test]
fn a_backup_can_be_restored_and_numbers_on_paper_are_kept() {
    let place = Place::with_demo(30);
    let said = place.out(&["backup", "copies"]);
    let copy = fs::read_dir(place.path("copies")).unwrap().next().unwrap().unwrap().path();
    has(&said, &[copy.file_name().unwrap().to_str().unwrap(), "Witness words"]);
    let before = place.out(&["export", "members"]);
    let list = place.write("list.csv", "Nom,Prénom\nZuzi,Paul\n");
    place.run(&["import", "members", &list]).code(0);
    let copy = copy.to_str().unwrap();
    // nobody sits at a terminal: --yes is needed
    has(&place.command().stdin_null().args(["restore", copy]).assert_said(2), &["--yes"]);
    has(&place.refused(&["restore", copy, "--yes", "--last-number", "x"], 2), &["\"x\""]);
    place.refused(&["restore", "missing.ushirika", "--yes"], 3);
    place.refused(&["restore", &list, "--yes"], 3);
    has(&place.out(&["restore", copy, "--yes", "--last-number", "152"]), &["Restored"]);
    assert_eq!(place.out(&["export", "members"]), before);
    assert_eq!(place.json(&["check", "--json"])["ok"], true);
    place.run(&["import", "members", &list]).code(0);
    let members = place.json(&["export", "members", "--format", "json"]);
    let zuzi = members.as_array().unwrap().iter().find(|m| m["surname"] == "Zuzi").unwrap().clone();
    assert_eq!(zuzi["number"], 153);
}

#[test]
fn users_have_roles_and_strangers_only_read() {
    let place = Place::with_demo(10);
    has(&place.out(&["user", "add", "solange", "--role", "secretary,clerk"]), &["solange", "Secretary"]);
    place.refused(&["user", "add", "solange", "--role", "clerk"], 1);
    has(&place.refused(&["user", "add", "x", "--role", "boss"], 1), &["boss"]);
    place.run(&["user", "role", "solange", "auditor"]).code(0);
    has(&place.out(&["--lang", "fr", "user", "list"]), &["solange", "Utilisateur du système"]);
    let list = place.write("list.csv", "Nom,Prénom\nZuzi,Paul\n");
    place.refused(&["--user", "solange", "import", "members", &list], 1);
    place.refused(&["--user", "solange", "user", "add", "y", "--role", "admin"], 1);
    has(&place.refused(&["--user", "nobody", "log"], 1), &["nobody"]);
    place.run(&["--user", "solange", "log"]).code(0);
    place.run(&["user", "remove", "solange"]).code(0);
    place.refused(&["user", "remove", "solange"], 1);
    let users = place.json(&["user", "list", "--json"]);
    assert!(users.as_array().unwrap().iter().all(|u| u["name"] != "solange"));
}

#[test]
fn a_damaged_book_is_4() {
    let place = Place::with_demo(12);
    let behind = rusqlite::Connection::open(place.path("coop.ushirika")).unwrap();
    let unguarded = "DROP TRIGGER member_guard_update; UPDATE member SET birth_place = 'elsewhere' WHERE id = 1";
    behind.execute_batch(unguarded).unwrap();
    let assert = place.run(&["check", "--json"]).code(4);
    let report: Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!(report["ok"], false);
    assert_eq!(report["records"][0]["table"], "member");
    has(&place.refused(&["check"], 4), &["NOT whole", "member"]);
    has(&place.refused(&["--lang", "fr", "check"], 4), &["N’EST PAS"]);
}

#[test]
fn whoever_reads_no_further_gets_no_error() {
    let place = Place::with_demo(2000);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ushirika"))
        .args(["export", "members", "--format", "json"])
        .env("USHIRIKA_FILE", place.path("coop.ushirika"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn an_export_is_there_whole_or_not_at_all() {
    let place = Place::with_demo(10);
    has(&place.refused(&["export", "members", "--out", "no/such/folder.csv"], 1), &["folder"]);
    fs::create_dir(place.path("taken")).unwrap();
    place.refused(&["export", "members", "--out", "taken"], 1);
    let left: Vec<PathBuf> = fs::read_dir(place.0.path()).unwrap().map(|e| e.unwrap().path()).collect();
    assert!(left.iter().all(|path| path.extension().is_none_or(|e| e != "part")), "{left:?}");
}

#[test]
fn shells_and_readers_of_manuals_are_served() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        has(&place.out(&["completions", shell]), &["ushirika", "import"]);
    }
    has(&place.out(&["man"]), &[".TH", ".SH NAME", "import members", "\\-\\-dry\\-run", "USHIRIKA_FILE"]);
    has(&place.out(&["--lang", "fr", "man"]), &[".SH NOM", "Lire une liste de membres"]);
}

#[test]
fn without_a_terminal_the_screen_is_not_opened() {
    let place = Place::with_demo(10);
    for args in [&[][..], &["demo", "--members", "10"]] {
        has(&place.command().stdin_null().args(args).assert_said(2), &["terminal"]);
    }
}

/// What the tests above need besides.
trait Said {
    fn stdin_null(&mut self) -> &mut Self;
    fn assert_said(&mut self, code: i32) -> String;
}

impl Said for assert_cmd::Command {
    fn stdin_null(&mut self) -> &mut Self {
        self.write_stdin("")
    }

    fn assert_said(&mut self, code: i32) -> String {
        text(&self.assert().code(code).get_output().stderr)
    }
}

#[test]
fn a_book_that_is_busy_or_newer_is_3() {
    let place = Place::with_demo(10);
    let other = rusqlite::Connection::open(place.path("coop.ushirika")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    place.run(&["log"]).code(0);
    has(&place.refused(&["user", "add", "solange", "--role", "clerk"], 3), &["ushirika: "]);
    other.execute_batch("ROLLBACK; PRAGMA user_version = 9999").unwrap();
    has(&place.refused(&["log"], 3), &["newer"]);
    has(&place.refused(&["user", "add", "solange", "--role", "clerk"], 3), &["newer"]);
}

#[test]
fn a_pin_is_asked_for_where_a_name_is_only_said() {
    use ushirika::{clock::Clock, command::user, domain::user::Viewer, store::Store};
    let place = Place::with_demo(10);
    place.run(&["user", "add", "solange", "--role", "secretary"]).code(0);
    let mut store = Store::open(&place.path("coop.ushirika"), Viewer::default(), Clock::System).unwrap();
    let admin = user::sign_in(&store, &ushirika::unix::system_user(), None, None).unwrap();
    let solange = store.user_by_name("solange").unwrap().unwrap();
    user::set_pin(&mut store, &admin, &solange, Some("1234")).unwrap();
    drop(store);
    let list = place.write("list.csv", "Nom,Prénom\nZuzi,Paul\n");
    let import = ["--user", "solange", "import", "members", list.as_str()];
    has(&place.refused(&import, 1), &["PIN", "USHIRIKA_PIN"]);
    let with = |pin: &str| place.command().env("USHIRIKA_PIN", pin).args(import).assert();
    with("4321").code(1);
    with("1234").code(0);
    let log = place.json(&["log", "--json"]);
    assert_eq!(log.as_array().unwrap().last().unwrap()["user"], "solange");
}

#[test]
fn a_dry_run_names_who_looks_alike_also_where_a_row_is_refused() {
    let place = Place::with_demo(0);
    let list = place.write(
        "liste.csv",
        "Nom,Prénom,Né le,Village,N° carte d'électeur\nKabeya,Jean,31/05/1980,Muya,10100123\n\
         ,Jean,31/05/1980,Muya,10100123\nMbuyi,Anne,30/02/1990,Boya,\nMbuyi,Anne,1990,Boya,\n",
    );
    let json = place.json(&["import", "members", &list, "--dry-run", "--json"]);
    assert_eq!((&json["new"], &json["errors"]), (&2.into(), &2.into()));
    let found = serde_json::json!([
        {"row": 3, "with_row": 2, "with_member": null, "score": 100,
            "why": ["name_part", "id_number", "birth_day", "village"]},
        {"row": 5, "with_row": 4, "with_member": null, "score": 48, "why": ["name", "village"]},
    ]);
    assert_eq!(json["duplicates"], found);
    place.out(&["import", "members", &list, "--skip-refused"]);
    let json = place.json(&["import", "members", &list, "--dry-run", "--json"]);
    let with: Vec<_> = json["duplicates"].as_array().unwrap().iter().map(|d| (&d["row"], &d["with_member"])).collect();
    assert_eq!(with, [(&3.into(), &1.into()), (&4.into(), &2.into())]);
}
