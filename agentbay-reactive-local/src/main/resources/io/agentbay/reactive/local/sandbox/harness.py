import ast, json, os, sys, traceback

area = sys.argv[1]
sys.argv = ["code"]
report = open(os.path.join(area, "report"), "w", encoding="utf-8")


def tell(what):
    report.write(json.dumps(what) + "\n")
    report.flush()


def formats(value):
    found = {"text/plain": repr(value)}
    for mime, name in (("text/html", "_repr_html_"), ("text/markdown", "_repr_markdown_"),
                       ("image/svg+xml", "_repr_svg_"), ("application/json", "_repr_json_")):
        method = getattr(value, name, None)
        if callable(method) and not isinstance(value, type):
            shown = method()
            if shown is not None:
                found[mime] = shown
    return found


def main():
    with open(os.path.join(area, "code"), encoding="utf-8") as source:
        text = source.read()
    import linecache
    linecache.cache["<code>"] = (len(text), None, text.splitlines(True), "<code>")
    module = type(sys)("__main__")
    sys.modules["__main__"] = module
    tree = ast.parse(text, "<code>")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<code>", "exec"), module.__dict__)
    if last is not None:
        value = eval(compile(ast.Expression(last.value), "<code>", "eval"), module.__dict__)
        if value is not None:
            tell(dict(formats(value), isMainResult=True))


try:
    sys.path.insert(0, os.getcwd())
    main()
except SystemExit:
    raise
except BaseException as failure:
    frames = traceback.extract_tb(failure.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__ and frame.filename != ast.__file__]
    sys.stderr.write("Traceback (most recent call last):\n" + "".join(traceback.format_list(own))
                     + "".join(traceback.format_exception_only(type(failure), failure)))
    tell({"error": "%s: %s" % (type(failure).__name__, failure)})
    sys.exit(1)
