/** What a path that does not exist gets: the web interface, with HTTP 200 (docs/api.md §3.3). */
export const webInterfacePage = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body><form method="post" action="/login"><input name="user_name"><input name="user_pass" type="password"></form></body>
</html>
`;

/** What a web server or proxy says on its own account. */
export const errorPage = (status: number, reason: string): string =>
  `<html>\r\n<head><title>${status} ${reason}</title></head>\r\n<body>\r\n` +
  `<center><h1>${status} ${reason}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
