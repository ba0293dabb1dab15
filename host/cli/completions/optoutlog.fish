# fish completion of optoutlog
complete -c optoutlog -f
complete -c optoutlog -n __fish_use_subcommand -l version -d 'Print the version'
complete -c optoutlog -l help -d 'Print help'
for line in 'status	What was seen last, for each control' 'history	Every entry of the log, newest first' 'show	One entry of the log' 'open	Open a platform’s settings page' 'declare	Write down what you did elsewhere' 'export	The log as a file' \
    'verify	Check that nothing was changed' 'picture	The pictures of pages that you kept' 'witness	Keep what a file in public says' 'stamp	Let an authority confirm since when it stands' 'import	Keep another computer’s export' 'erase	Remove entries for good' \
    'set-aside	Put a damaged log aside and begin a new one' 'register	Let your browsers find Opt-Out Log' 'unregister	Take back what register did' \
    'doctor	Why a browser does not find Opt-Out Log' 'policy	What the platforms’ policies say'
    set -l parts (string split \t -- $line)
    complete -c optoutlog -n __fish_use_subcommand -a $parts[1] -d $parts[2]
end
function __optoutlog_in
    __fish_seen_subcommand_from $argv
end
complete -c optoutlog -n '__optoutlog_in status history show open declare export verify picture witness stamp import erase set-aside register unregister doctor policy' -l json -d 'For programs'
complete -c optoutlog -n '__optoutlog_in status history export erase' -l platform -x -d 'Only this platform'
complete -c optoutlog -n '__optoutlog_in history declare witness export erase' -l account -x -d 'Only this account'
complete -c optoutlog -n '__optoutlog_in export' -l language -x -d 'Of the statement' -a 'ar de en es fr it ja nl pl pt_BR'
complete -c optoutlog -n '__optoutlog_in history' -l control -x -d 'Only this control'
complete -c optoutlog -n '__optoutlog_in history' -l source -x -d 'An imported record'
complete -c optoutlog -n '__optoutlog_in history' -l before -x -d 'Only entries with a smaller number'
complete -c optoutlog -n '__optoutlog_in status' -l needs-look -d 'Only what asks for a look'
complete -c optoutlog -n '__optoutlog_in history' -l since -x -d 'Of this day and later'
complete -c optoutlog -n '__optoutlog_in history' -l until -x -d 'Of this day and earlier'
complete -c optoutlog -n '__optoutlog_in history' -l limit -x -d 'How many'
complete -c optoutlog -n '__optoutlog_in status history show verify import' -l utc -d 'Times of UTC'
complete -c optoutlog -n '__optoutlog_in open' -l print -d 'Only print the address'
complete -c optoutlog -n '__optoutlog_in declare' -l retract -x -d 'Take back this entry'
complete -c optoutlog -n '__optoutlog_in export picture' -l out -r -F -d 'The file to write'
complete -c optoutlog -n '__optoutlog_in export' -l format -x -a 'json csv html bundle' -d 'Its format'
complete -c optoutlog -n '__optoutlog_in verify import' -F
complete -c optoutlog -n '__optoutlog_in verify stamp' -l ca -r -F -d 'Root certificates that you trust'
complete -c optoutlog -n '__optoutlog_in verify' -l against -r -F -d 'What was kept elsewhere'
complete -c optoutlog -n '__optoutlog_in stamp' -l authority -x -a 'freetsa sectigo sigstore' -d 'Whom to ask'
complete -c optoutlog -n '__optoutlog_in stamp' -l crl -r -F -d 'Its revoked certificates'
complete -c optoutlog -n '__optoutlog_in stamp' -l policy -x -d 'Only under this policy'
complete -c optoutlog -n '__optoutlog_in stamp' -l list -d 'Who is known'
complete -c optoutlog -n '__optoutlog_in history' -l details -d 'What each entry rests on'
complete -c optoutlog -n '__optoutlog_in declare' -a 'denied allowed sent confirmed accepted refused was-me was-not-me taken-back'
complete -c optoutlog -n '__optoutlog_in declare witness' -l unit -x -d 'Which part of the account'
complete -c optoutlog -n '__optoutlog_in declare' -l on -x -d 'The day when it happened'
complete -c optoutlog -n '__optoutlog_in declare' -l by -x -a 'app mail form other' -d 'How you opted out'
complete -c optoutlog -n '__optoutlog_in declare' -l note -x -d 'Your own words'
complete -c optoutlog -n '__optoutlog_in erase' -l dry-run -d 'Only count'
complete -c optoutlog -n '__optoutlog_in erase set-aside' -l yes -d 'Do not ask'
complete -c optoutlog -n '__optoutlog_in history erase doctor' -l all -d 'Everything'
complete -c optoutlog -n '__optoutlog_in register unregister doctor' -l browser -x -a "(optoutlog register --list 2>/dev/null | cut -d' ' -f1)" -d 'Only this browser'
complete -c optoutlog -n '__optoutlog_in register unregister' -l system -d 'For all users'
complete -c optoutlog -n '__optoutlog_in register unregister' -l plan -d 'Show, change nothing'
complete -c optoutlog -n '__optoutlog_in export picture register unregister' -l force -d 'Also what is not ours'
complete -c optoutlog -n '__optoutlog_in import register' -l list -d 'What there is'
complete -c optoutlog -n '__optoutlog_in import' -l remove -x -d 'Remove an imported record'
complete -c optoutlog -n '__optoutlog_in import' -l erase-too -d 'Also what this log’s own export erased'
complete -c optoutlog -n '__optoutlog_in register' -l host -r -F -d 'The program'
complete -c optoutlog -n '__optoutlog_in register' -l host-path -r -F -d 'Where the program will be'
complete -c optoutlog -n '__optoutlog_in register doctor' -l user-data-dir -r -F -d 'A browser’s own folder'
complete -c optoutlog -n '__optoutlog_in register unregister doctor' -l root -r -F -d 'System files lie below this folder'
complete -c optoutlog -n '__optoutlog_in doctor' -l timeout -x -d 'Seconds to wait for an answer'
complete -c optoutlog -n '__optoutlog_in policy' -a 'compare list check show read add remove follow unfollow on off export'
