//! The pictures of the README: drawn from the running program, and compared with it.

use crate::common::{
    place::Place,
    pty::{Pty, Start},
    svg,
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// A picture: its name, what hears who cannot see, and the way to its screen.
struct Shot {
    name: &'static str,
    title: &'static str,
    lang: &'static str,
    way: fn(&Pty),
}

const fn shot(name: &'static str, lang: &'static str, title: &'static str, way: fn(&Pty)) -> Shot {
    Shot { name, title, lang, way }
}

const SHOTS: [Shot; 30] = [
    shot("list-en", "en", "Ushirika: the register of members, narrowed to women as one types", |pty| {
        pty.press("2").wait_for("184 in all").press("f \"wom\" enter").wait_for("Members › women");
        pty.press("/ \"kab\"").wait_for("of 184").press("enter down down");
    }),
    shot("list-fr", "fr", "Ushirika : le registre des membres", |pty| {
        pty.press("2").wait_for("184").press("down*3").wait_for("? aide");
    }),
    shot("form-en", "en", "Ushirika: the form of a member, with a birth date that cannot be", |pty| {
        form(pty, "Surname");
    }),
    shot("form-fr", "fr", "Ushirika : la fiche d'un membre, avec une date de naissance impossible", |pty| {
        form(pty, "Nom *");
    }),
    shot("pile-en", "en", "Ushirika: paper forms entered one after the other", |pty| {
        pile(pty, "paper forms");
    }),
    shot("pile-fr", "fr", "Ushirika : des fiches papier saisies l'une après l'autre", |pty| {
        pile(pty, "fiches papier");
    }),
    shot("site-en", "en", "Ushirika: a site with its teams and who works there", site),
    shot("site-fr", "fr", "Ushirika : un site avec ses équipes et ceux qui y travaillent", site),
    shot("import-en", "en", "Ushirika: what a spreadsheet would change in the register", import),
    shot("import-fr", "fr", "Ushirika : ce qu'une liste changerait dans le registre", import),
    shot("roll-en", "en", "Ushirika: the roll call at the door, with the quorum", roll),
    shot("roll-fr", "fr", "Ushirika : l'appel nominal à la porte, avec le quorum", roll),
    shot("vote-en", "en", "Ushirika: a vote that needs two thirds", vote),
    shot("vote-fr", "fr", "Ushirika : un vote aux deux tiers", vote),
    shot("minutes-en", "en", "Ushirika: the minutes of an item, with its motion", minutes),
    shot("minutes-fr", "fr", "Ushirika : le procès-verbal d'un point, avec sa résolution", minutes),
    shot("paper-en", "en", "Ushirika: minutes as they are printed", paper),
    shot("paper-fr", "fr", "Ushirika : un procès-verbal tel qu'il s'imprime", paper),
    shot("pay-en", "en", "Ushirika: a payment in dollars of what is owed in francs", pay),
    shot("pay-fr", "fr", "Ushirika : un paiement en dollars d'une somme due en francs", pay),
    shot("batch-en", "en", "Ushirika: a batch of payments with its control total", batch),
    shot("batch-fr", "fr", "Ushirika : un lot de paiements avec son total de contrôle", batch),
    shot("statement-en", "en", "Ushirika: what a member owed and paid, before it is printed", statement),
    shot("statement-fr", "fr", "Ushirika : ce qu'un membre devait et a payé, avant impression", statement),
    shot("poster-en", "en", "Ushirika: the wall poster of the money, before it is printed", poster),
    shot("poster-fr", "fr", "Ushirika : l'affiche de l'argent, avant impression", poster),
    shot("chart-en", "en", "Ushirika: what members paid, month by month", chart),
    shot("chart-fr", "fr", "Ushirika : ce que les membres ont versé, mois par mois", chart),
    shot("help-en", "en", "Ushirika: the keys of the register", help),
    shot("help-fr", "fr", "Ushirika : les touches du registre", help),
];

/// A new member, half typed.
fn form(pty: &Pty, first: &str) {
    pty.press("2").wait_for("184").press("n").wait_for(first);
    pty.press("\"Kabeya\" tab \"Ngoyi\" tab \"Éléonore\" tab \"f\" tab \"33/05/1993\" tab shift-tab end")
        .wait_for("33.");
}

/// The second form of a pile, half typed; the head and the number stand there already.
fn pile(pty: &Pty, title: &str) {
    pty.press("2").wait_for("184").press("f3").wait_for(title);
    pty.press("\"Luamuela\" tab tab \"20/11/2026\" tab \"Solange\" tab tab tab \"Mwamba\" f2").wait_for("F-00186");
    pty.press("\"Tshiala\" tab \"Odia\" tab \"Rachel\" tab \"f\" tab \"1991\" tab").wait_for("Rachel");
}

/// The busiest site.
fn site(pty: &Pty) {
    pty.press("f6").wait_for("Bakwa Tshimuna").press("/ \"luam\"").wait_for("1 ").press("enter enter").wait_for("1 · ");
}

/// The list of a site, before it is written.
fn import(pty: &Pty) {
    pty.press("2").wait_for("184").press("i").wait_for("liste.csv").press("\"liste\" enter").wait_for("F2");
    pty.wait_for("KABEYA").press("down");
}

/// All keys of the register.
fn help(pty: &Pty) {
    pty.press("2").wait_for("184").press("?").wait_for("┌─").press("down*3");
}

/// An assembly whose roll is open, everybody there but some.
fn roll(pty: &Pty) {
    pty.press("3").wait_for("22 ").press("n").wait_for("/ 13").press("\"annu\" tab tab \"t\" f2").wait_for("┌─");
    pty.press("enter").wait_for("23 ").press("enter").wait_for("AUSCOOP").press("o").wait_for("┌─");
    pty.press("enter").wait_for("12:00").press("r").wait_for("░").press("alt-a").wait_for("164 ");
    for number in [12, 3, 88, 41, 60, 7, 25] {
        pty.press(&format!("\"{number}\" enter"));
    }
    pty.wait_for("158 ").press("esc").until("arrivals", |screen| {
        let text = screen.contents();
        text.contains("Who arrives") || text.contains("Qui arrive")
    });
    pty.press("\"12\" f6 \"31\" enter").wait_for("159 ");
    pty.press("\"kab\"").wait_for("kab");
}

/// A motion of that assembly, half voted.
fn vote(pty: &Pty) {
    roll(pty);
    pty.press("esc").wait_gone("kab").press("esc").wait_gone(" F6 ").press("down*15 m").wait_for("1 / ");
    pty.press("\"Approuver les comptes 2025\" tab \"stat\" f2")
        .wait_gone(" F2 ")
        .wait_for("Approuver")
        .press("enter")
        .wait_for("1 / 7");
    pty.press("\"103\" tab \"49\" tab \"4\"").wait_for("102");
}

/// The minutes of the item of that motion.
fn minutes(pty: &Pty) {
    vote(pty);
    pty.press("f2")
        .until("the outcome", |screen| {
            let text = screen.contents();
            text.contains("1: ADOPT") || text.contains("1 : ADOPT")
        })
        .press("up enter")
        .wait_for("F4");
    pty.press("\"Le trésorier, @31, présente les comptes. @43 demande pourquoi les frais de transport ont doublé.\"");
    pty.wait_for("12:00:00");
}

/// Signed minutes, before they are printed.
fn paper(pty: &Pty) {
    pty.press("3").wait_for("22 ").press("down*2 enter").wait_for("MATONDO").press("p").wait_for("┌─");
    pty.press("down*2 enter").wait_gone("┌─").press("f2").wait_for("═");
}

/// Twenty dollars for two amounts in francs: more than is owed.
fn pay(pty: &Pty) {
    pty.press("f4").wait_for("2026-1352").press("\"67\" enter").wait_for("KANKONDE").press("\"20 usd\" enter");
    pty.wait_for("1 USD").press("\"2850\" enter").wait_for("┌─").press("down");
}

/// Two payments of a batch are in, the third is being typed.
fn batch(pty: &Pty) {
    pty.press("f4").wait_for("2026-1352").press("alt-b").wait_for("1 / 4").press("\"40000\" tab \"3\" f2");
    pty.wait_for(" F7 ");
    // the batch is open
    pty.until("what is still to come", |screen| screen.contents().matches("40").count() > 1);
    for (number, receipt) in [("17", "1353"), ("67", "1354")] {
        pty.press(&format!("\"{number}\" enter")).wait_for(&format!("2026-{receipt}"));
    }
    pty.press("\"48\"").wait_for("MAVUNGU");
}

/// Waits until the window has so many rows, and the footer is the last.
fn grow(pty: &Pty, rows: u16) -> &Pty {
    pty.resize(80, rows).until("the footer", |screen| {
        screen.rows(0, 80).nth(usize::from(rows) - 1).is_some_and(|footer| footer.contains("? "))
    })
}

/// The account of a member, in a higher window.
fn statement(pty: &Pty) {
    grow(pty.press("2").wait_for("184"), 36).press("/ \"136\" enter enter").wait_for("Kabinda");
    pty.press("p").wait_for("┌─").press("down*4 enter").wait_for("1 / 2").press("f2").wait_for("═");
}

/// The poster, in a higher window.
fn poster(pty: &Pty) {
    grow(pty.press("5").wait_for("(F4)"), 44).press("end enter").wait_for("┌─").press("down*8 enter");
    pty.wait_for("1 / 3").press("f2").wait_for("═");
}

/// The bars of a year.
fn chart(pty: &Pty) {
    pty.press("5").wait_for("(F4)").press("pagedown pagedown down*3 enter").wait_for("█");
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

#[test]
fn the_pictures_show_the_program() {
    let wanted = env::var_os("USHIRIKA_SCREENSHOTS").map(|to| Path::new(env!("CARGO_MANIFEST_DIR")).join(to));
    let place = Place::new();
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/liste.csv");
    fs::copy(list, place.path("liste.csv")).expect("the list of a site");
    for shot in SHOTS {
        let args = ["--lang", shot.lang, "--user", "amina", "demo", "--seed", "1", "--date", "2026-11-23"];
        let pty = Start::new(&place).args(&args).go();
        pty.wait_for("Ctrl-P");
        (shot.way)(&pty);
        let file = format!("{}.svg", shot.name);
        if let Some(folder) = &wanted {
            pty.wait_quiet(Duration::from_millis(500));
            fs::create_dir_all(folder).expect("a folder");
            fs::write(folder.join(file), pty.look(|screen| svg::draw(screen, shot.title))).expect("a picture");
            continue;
        }
        let picture = fs::read_to_string(folder().join(&file)).unwrap_or_default();
        let same = pty.try_until(Duration::from_secs(10), |screen| svg::draw(screen, shot.title) == picture);
        let again = "USHIRIKA_SCREENSHOTS=screenshots cargo test --test main screenshots";
        assert!(same, "screenshots/{file} is not what the program shows; `{again}` draws it again:\n{}", pty.screen());
    }
}
