# literal(FILE OUT): the text of FILE as a C++ expression. MSVC and the standard bound the length of
# one literal, so it is written as joined pieces.
function(literal_text text out)
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 4000 piece)
    string(APPEND pieces "\n    R\"~~~(${piece})~~~\"")
    math(EXPR at "${at} + 4000")
  endwhile()
  set(${out} "${pieces}" PARENT_SCOPE)
endfunction()

function(literal file out)
  file(READ ${file} text)
  literal_text("${text}" pieces)
  set(${out} "${pieces}" PARENT_SCOPE)
endfunction()
