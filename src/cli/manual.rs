//! `completions` and `man`: what the shell and the reader of manuals want to know of the command line.

use super::{failure::Result, output, words};
use crate::text::Lang;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io::Write;

/// `ushirika completions SHELL`.
#[derive(Debug, clap::Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the completions for a shell.
pub fn completions(asked: &Completions, lang: &Lang) -> Result {
    // made in memory: the generator panics when its output is closed
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut words::command(lang), "ushirika", &mut script);
    print(&script)
}

/// Prints one manual page for all commands.
pub fn man(lang: &Lang) -> Result {
    let mut command = words::command(lang);
    command.build();
    let mut page = Vec::new();
    let whole = Man::new(command.clone()).manual(lang.name("cli-man-manual")).section("1");
    whole.render_title(&mut page)?;
    whole.render_name_section(&mut page)?;
    whole.render_synopsis_section(&mut page)?;
    whole.render_options_section(&mut page)?;
    writeln!(page, ".SH {}", lang.name("cli-commands").to_uppercase())?;
    for (name, sub) in leaves(&command, "") {
        write_command(&mut page, &name, sub)?;
    }
    writeln!(page, ".SH {}", lang.name("cli-man-notes"))?;
    for line in lang.name("cli-after").lines() {
        writeln!(page, "{}\n.br", escape(line))?;
    }
    let mut page = String::from_utf8_lossy(&page).into_owned();
    for (english, key) in [("NAME", "cli-man-name"), ("SYNOPSIS", "cli-man-synopsis"), ("OPTIONS", "cli-man-options")] {
        page = page.replace(&format!(".SH {english}\n"), &format!(".SH {}\n", lang.name(key)));
    }
    print(page.as_bytes())
}

/// The commands that do something, with the words that call them.
fn leaves<'a>(command: &'a clap::Command, path: &str) -> Vec<(String, &'a clap::Command)> {
    let mut found = Vec::new();
    for sub in command.get_subcommands() {
        let name = format!("{path}{}", sub.get_name());
        if sub.has_subcommands() {
            found.extend(leaves(sub, &format!("{name} ")));
        } else {
            found.push((name, sub));
        }
    }
    found
}

fn write_command(page: &mut Vec<u8>, name: &str, command: &clap::Command) -> std::io::Result<()> {
    writeln!(page, ".SS {}", escape(name))?;
    writeln!(page, "{}", escape(&command.get_about().map(ToString::to_string).unwrap_or_default()))?;
    // the options of every command are told once, above
    let own = command.clone().mut_args(|arg| {
        let hidden = arg.is_global_set();
        arg.hide(hidden)
    });
    let mut options = Vec::new();
    Man::new(own).render_options_section(&mut options)?;
    let options = String::from_utf8_lossy(&options);
    for line in options.lines().filter(|line| !line.starts_with(".SH")) {
        writeln!(page, "{line}")?;
    }
    Ok(())
}

/// A line as roff takes it literally.
fn escape(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

fn print(bytes: &[u8]) -> Result {
    let mut out = output::stdout();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}
