//! `ushirika demo`: a made-up cooperative, to look around in.

use super::{
    failure::{Failure, Result},
    output,
    setting::{self, Setting},
};
use crate::{
    clock::Clock,
    command::{self, book::Founder},
    demo,
    domain::{Text, book::Country},
    unix,
};
use std::path::{Path, PathBuf};

/// `ushirika demo`.
#[derive(Debug, clap::Args)]
pub struct Demo {
    #[arg(long, value_name = "N", default_value_t = 184)]
    members: usize,
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    seed: u64,
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = ["CD", "SL"], ignore_case = true, default_value = "CD")]
    country: String,
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Makes the cooperative; opens it unless it was asked for as a file.
pub fn run(asked: &Demo, setting: &Setting) -> Result {
    if asked.members > demo::MOST {
        return Err(Failure::usage(Text::new("cli-err-many").with("most", demo::MOST)));
    }
    let clock = match &asked.date {
        Some(text) => Clock::on(setting.day(text, "--date")?),
        None => Clock::System,
    };
    let country = Country::parse(&asked.country)?;
    let demo = demo::cooperative(asked.members, asked.seed, clock.today(), country);
    if let Some(path) = &asked.out {
        make(path, clock, &demo, setting)?;
        let said = Text::new("cli-say-demo")
            .with("name", demo.coop.name.as_str())
            .with("count", demo.len())
            .with("path", path.display().to_string());
        return output::lines([setting.lang.text(&said)]);
    }
    Setting::need_screen()?;
    let folder = unix::private_folder("ushirika-demo").map_err(|e| Failure::file(&std::env::temp_dir(), &e))?;
    let path = folder.join("demo.ushirika");
    make(&path, clock, &demo, setting)?;
    setting.open_screen_on(&path, clock)?;
    output::lines([setting.lang.text(&Text::new("cli-say-demo-stays").with("path", path.display().to_string()))])
}

/// A new book with the made-up cooperative in it. What could not be finished is taken away again.
fn make(path: &Path, clock: Clock, demo: &demo::Demo, setting: &Setting) -> Result {
    if path.exists() {
        return Err(Failure::wrong(Text::new("cli-err-exists").with("path", path.display().to_string())));
    }
    setting::make_folder(path)?;
    let (name, system_user, session) = (setting.founder(), unix::system_user(), unix::session_id());
    let founder = Founder { name: &name, pin: None, system_user: &system_user, session: &session };
    let done = command::book::create(path, clock, &demo.coop, &founder).and_then(|(mut store, session)| {
        let voters = command::demo::fill(&mut store, &session, demo)?;
        command::demo::meet(&mut store, &session, demo, &voters)?;
        command::demo::earn(&mut store, &session, demo, &voters)
    });
    if done.is_err() {
        let _ = std::fs::remove_file(path);
    }
    Ok(done?)
}
