import { CliError } from "../errors.ts";

const BASH = `_xo_cli() {
  local IFS=$'\\n'
  COMPREPLY=($(xo-cli __complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace
  return 0
}
complete -o default -F _xo_cli xo-cli`;

const ZSH = `#compdef xo-cli
_xo_cli() {
  local line value
  local -a values texts partial_values partial_texts
  for line in "\${(@f)$(xo-cli __complete zsh "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    value=\${line%%$'\\t'*}
    if [[ $value == *= ]]; then
      partial_values+=("$value"); partial_texts+=("\${line/$'\\t'/  -- }")
    else
      values+=("$value"); texts+=("\${line/$'\\t'/  -- }")
    fi
  done
  (( $#values )) && compadd -l -d texts -a values
  (( $#partial_values )) && compadd -S '' -l -d partial_texts -a partial_values
  (( $#values + $#partial_values )) || _files
}
compdef _xo_cli xo-cli`;

const FISH = `function __xo_cli_complete
  set -l words (commandline -opc) (commandline -ct)
  xo-cli __complete fish $words[2..-1] 2>/dev/null
end
complete -c xo-cli -f -a '(__xo_cli_complete)'`;

const scripts: Readonly<Record<string, string>> = {
	bash: `# eval "$(xo-cli completion bash)"\n${BASH}`,
	zsh: ZSH,
	fish: `# xo-cli completion fish | source\n${FISH}`,
};

/** @throws CliError `bad-argument`. */
export function completionScript(shell: string): string {
	const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
	if (script !== undefined) return script;
	throw new CliError("bad-argument", `no completion for ${shell}`, {
		hint: "there is one for bash, zsh and fish",
	});
}
